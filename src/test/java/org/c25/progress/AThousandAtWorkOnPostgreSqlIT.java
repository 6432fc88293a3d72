package org.c25.progress;

import org.c25.testing.Measured;
import org.c25.testing.OnPostgreSql;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

@Measured
@OnPostgreSql
@EnabledIfSystemProperty(
        named = "c25.measure",
        matches = "true",
        disabledReason = "-Dc25.measure=true measures a set with a thousand people, which takes the build's time")
class AThousandAtWorkOnPostgreSqlIT extends AThousandAtWork {

    @Override
    int images() {
        return 800;
    }
}
