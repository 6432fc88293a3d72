package org.c25.enrolment;

import java.time.Duration;
import org.c25.testing.OnPostgreSql;

@OnPostgreSql
class ComingAllAtOnceOnPostgreSqlTest extends ComingAllAtOnce {

    @Override
    int people() {
        return 500;
    }

    @Override
    int images() {
        return 800;
    }

    @Override
    Duration most() {
        return Duration.ofSeconds(5);
    }
}
