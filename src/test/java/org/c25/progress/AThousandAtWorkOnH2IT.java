package org.c25.progress;

import org.c25.testing.Measured;
import org.c25.testing.OnH2;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** With few images, as H2 takes long to fill: the page goes by the people. {@code -Dc25.images=800} has them all. */
@Measured
@OnH2
@EnabledIfSystemProperty(
        named = "c25.measure",
        matches = "true",
        disabledReason = "-Dc25.measure=true measures a set with a thousand people, which takes the build's time")
class AThousandAtWorkOnH2IT extends AThousandAtWork {

    @Override
    int images() {
        return 40;
    }
}
