package org.c25.studies;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.c25.testing.Api;
import org.c25.testing.OnH2;
import org.c25.testing.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The page on which a study is made. */
@OnH2
class StudyFormTest {

    @LocalServerPort
    int port;

    private Visitor staff;

    @BeforeEach
    void someoneIsSignedIn() {
        staff = new Visitor(port);
        staff.signIn("admin", Api.ADMIN_PASSWORD);
    }

    @ParameterizedTest
    @CsvSource({
        "repeatPercent, 150, repeatPercent: is 0 to 100",
        "repeatPercent, some, repeatPercent: is 0 to 100",
        "capacity, 25.9, capacity: is a whole number",
        "capacity, 0, capacity: is 1 to 1000",
        "repeatMinimumLag, '', repeatMinimumLag: is a whole number",
    })
    void aFaultIsToldBesideWhatWasTyped(String field, String typed, String words) {
        Map<String, String> form = new HashMap<>(
                Map.of("name", "Typed", "capacity", "25", "repeatPercent", "10", "repeatMinimumLag", "20"));
        form.put(field, typed);

        String page = staff.post("/studies", form, "/studies/new").body();

        assertThat(page.replaceAll("<[^>]+>", "")).contains(words);
        assertThat(page).contains("value=\"Typed\"").contains("value=\"" + typed + "\"");
    }
}
