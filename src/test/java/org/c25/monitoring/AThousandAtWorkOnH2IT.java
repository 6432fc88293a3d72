package org.c25.monitoring;

import org.c25.testing.Measured;
import org.c25.testing.OnH2;

/** With few images, as H2 takes long to fill: the page goes by the people. {@code -Dc25.images=800} has them all. */
@Measured
@OnH2
class AThousandAtWorkOnH2IT extends AThousandAtWork {

    @Override
    int images() {
        return 40;
    }
}
