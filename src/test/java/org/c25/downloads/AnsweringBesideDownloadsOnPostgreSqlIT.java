package org.c25.downloads;

import org.c25.testing.OnPostgreSql;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

@OnPostgreSql
@EnabledIfSystemProperty(
        named = "c25.measure",
        matches = "true",
        disabledReason = "-Dc25.measure=true measures answers beside slow downloads, which takes the build's time")
class AnsweringBesideDownloadsOnPostgreSqlIT extends AnsweringBesideDownloads {

    @Override
    int images() {
        return 20000;
    }
}
