package org.c25.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u200banna@example.org",
                "anna@example.org\u00a0",
                "\ufeffanna@example.org\u200e",
                "anna@example.org.",
                "\u2060\u3000anna@example.org"
            })
    void whatIsUnseenAroundItIsNoPartOfIt(String text) {
        assertThat(EmailAddress.in(text)).contains(new EmailAddress("anna@example.org"));
    }

    @ParameterizedTest
    @CsvSource({"200b, ZERO WIDTH SPACE", "00a0, NO-BREAK SPACE", "00ad, SOFT HYPHEN", "202e, RIGHT-TO-LEFT OVERRIDE"})
    void anInvisibleCharacterInsideIsRefusedByName(String hex, String name) {
        String text = "an" + (char) Integer.parseInt(hex, 16) + "na@example.org";

        assertThat(EmailAddress.in(text)).isEmpty();
        assertThat(EmailAddress.fault(text)).contains(name, "U+" + hex.toUpperCase(Locale.ROOT));
    }

    @Test
    void twoSpellingsOfADomainAreOneAddress() {
        assertThat(new EmailAddress("anna@bücher.example").comparable())
                .isEqualTo(new EmailAddress("Anna@xn--bcher-kva.example").comparable());
    }
}
