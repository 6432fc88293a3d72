package org.c25.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.c25.common.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who sends participants, and where they go back to. */
class RecruiterTest {

    private static Recruiter returningTo(String address) {
        return new Recruiter("Service", "id", address);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "http://app.prolific.com/submissions/complete?cc=ABC123",
                "//app.prolific.com/",
                "app.prolific.com",
                "https:",
                "https://",
                "https:///done",
                "https://{id}/done",
                "https://{id}.example.org/done",
                "https://example.org:{code}/",
                "https://someone@example.org/",
                "https://example.org\\@other.example/",
                "https://example.org/{name}",
                "https://example.org/a b",
                "https://example.org/\nSet-Cookie: a=b",
                "data:text/html,https://example.org/",
            })
    void anAddressThatLeadsElsewhereThanItSaysIsRefused(String address) {
        assertThatThrownBy(() -> returningTo(address))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("recruiter.returnUrl: a whole address that begins with https://");
    }

    @Test
    void anAddressHasAtMost500Characters() {
        String address = "https://example.org/" + "x".repeat(480);

        assertThat(returningTo(address).returnUrl()).hasSize(500);
        assertThatThrownBy(() -> returningTo(address + "x")).hasMessageContaining("recruiter.returnUrl");
    }

    @Test
    void idAndCodeAreFilledInSoThatTheyStayWhatTheyAre() {
        assertThat(returningTo("https://example.org/done?survey_code={id}&c={code}#{id}")
                        .returnAddress("a&b=/?#{code}+\"ü", "K7QM2-XR4TD"))
                .contains("https://example.org/done?survey_code=a%26b%3D%2F%3F%23%7Bcode%7D%2B%22%C3%BC&c=K7QM2-XR4TD"
                        + "#a%26b%3D%2F%3F%23%7Bcode%7D%2B%22%C3%BC");
    }

    @Test
    void whoseIdIsNotKnownGoesBackOnlyWhereNoneIsNeeded() {
        assertThat(returningTo("https://example.org/?cc=1").returnAddress(null, "CODE"))
                .contains("https://example.org/?cc=1");
        assertThat(returningTo("https://example.org/?of={id}").returnAddress(null, "CODE"))
                .isEmpty();
        assertThat(returningTo("").returnAddress("me", "CODE")).isEmpty();
    }
}
