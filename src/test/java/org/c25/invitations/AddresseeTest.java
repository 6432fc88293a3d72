package org.c25.invitations;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddresseeTest {

    @ParameterizedTest
    @CsvSource({
        "anna@example.org, true, true",
        "anna@example.org, false, false",
        "rater1@demonstration.invalid, true, false",
        "rater1@Demonstration.INVALID, true, false",
        "rater1@invalid.example.org, true, true",
        ", true, false"
    })
    void noEMailReachesAnInventedAddress(String email, boolean live, boolean reached) {
        assertThat(new Addressee(1, 1, email, null, null, live).hasAddress()).isEqualTo(reached);
    }
}
