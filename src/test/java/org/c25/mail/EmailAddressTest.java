package org.c25.mail;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is taken for an address, and when two are the same. */
class EmailAddressTest {

    @ParameterizedTest
    @ValueSource(strings = {"anna@example.org", "a.b+c@lab.example.org", "ünï@bücher.example"})
    void addressesAreTaken(String text) {
        assertThat(EmailAddress.in(text)).contains(new EmailAddress(text));
    }

    @Test
    void blanksAroundItAreNoPartOfIt() {
        assertThat(EmailAddress.in(" \tanna@example.org\n")).contains(new EmailAddress("anna@example.org"));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "anna",
                "anna@example",
                "@example.org",
                "anna@@example.org",
                "anna@example.org, ben@example.org",
                "Anna <anna@example.org>",
                "anna@example.org\r\nBcc: ben@example.org"
            })
    void whatCouldBeMoreOrLessThanOneAddressIsNone(String text) {
        assertThat(EmailAddress.in(text)).isEmpty();
    }

    @Test
    void anAddressHas254CharactersAtMost() {
        String longest = "a".repeat(254 - "@example.org".length()) + "@example.org";

        assertThat(EmailAddress.in(longest)).isPresent();
        assertThat(EmailAddress.in("a" + longest)).isEmpty();
    }

    @Test
    void capitalsMakeNoOtherAddress() {
        assertThat(new EmailAddress("Anna@Example.ORG").comparable())
                .isEqualTo(new EmailAddress("anna@example.org").comparable());
    }
}
