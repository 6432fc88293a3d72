package org.c25.monitoring;

import org.c25.testing.Measured;
import org.c25.testing.OnPostgreSql;

@Measured
@OnPostgreSql
class AThousandAtWorkOnPostgreSqlIT extends AThousandAtWork {

    @Override
    int images() {
        return 800;
    }
}
