package org.c25.enrolment;

import java.time.Duration;
import org.c25.testing.OnH2;

@OnH2
class ComingAllAtOnceOnH2Test extends ComingAllAtOnce {

    @Override
    int people() {
        return 120;
    }

    @Override
    int images() {
        return 80;
    }

    @Override
    Duration most() {
        return Duration.ofSeconds(10);
    }
}
