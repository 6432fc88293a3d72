package org.c25.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.c25.testing.Api;
import org.c25.testing.Lab;
import org.c25.testing.Measured;
import org.c25.testing.OnH2;
import org.c25.testing.Person;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Measures the wait for the next face, whatever the network does: two frames at most. */
@Measured
@OnH2
class NextFaceSpeedIT {

    /** Another program on the machine can hold up a frame; that one run in three is free of it is not asked too much. */
    private static final int ATTEMPTS = 3;

    private static final int TRIALS = 100;

    @LocalServerPort
    int port;

    @Test
    void theNextFaceIsThereAtOnceOnASlowNetwork() {
        Lab lab = new Lab(Api.stranger(port).admin());
        List<String> tokens = lab.invite(lab.openSet(lab.study(Map.of("repeatShare", 0)), 120), 1 + ATTEMPTS);
        try (Chromium chromium = new Chromium()) {
            new Person(Api.stranger(port), tokens.get(0)).consent().expect(200);
            double plainForm = NextFace.plainForm(chromium.personWithoutJavaScript(1280, 800), link(tokens.get(0)));
            double worst = Double.MAX_VALUE;
            for (int attempt = 1; attempt <= ATTEMPTS && worst > NextFace.TWO_FRAMES; attempt++) {
                List<Double> waits =
                        NextFace.measure(chromium.person(1280, 800), link(tokens.get(attempt)), 10 + TRIALS);
                System.out.println(NextFace.report(waits, plainForm));
                assertThat(waits).hasSize(TRIALS);
                assertThat(waits.get(TRIALS / 2)).isLessThan(NextFace.TWO_FRAMES);
                worst = waits.get(TRIALS - 1);
            }
            assertThat(worst).isLessThanOrEqualTo(NextFace.TWO_FRAMES);
        }
    }

    private String link(String token) {
        return "http://localhost:" + port + "/join/" + token;
    }
}
