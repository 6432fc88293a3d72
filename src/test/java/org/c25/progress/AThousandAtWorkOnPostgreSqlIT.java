package org.c25.progress;

import org.c25.testing.OnPostgreSql;

/** {@code -Dc25.images=800} has as many images as the published sets. */
@OnPostgreSql
class AThousandAtWorkOnPostgreSqlIT extends AThousandAtWork {

    @Override
    int images() {
        return 40;
    }
}
