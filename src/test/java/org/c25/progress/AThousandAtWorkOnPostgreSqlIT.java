package org.c25.progress;

import org.c25.testing.OnPostgreSql;

@OnPostgreSql
class AThousandAtWorkOnPostgreSqlIT extends AThousandAtWork {

    @Override
    int images() {
        return 800;
    }
}
