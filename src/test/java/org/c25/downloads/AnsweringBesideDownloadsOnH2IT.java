package org.c25.downloads;

import org.c25.testing.OnH2;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

@OnH2
@EnabledIfSystemProperty(
        named = "c25.measure",
        matches = "true",
        disabledReason = "-Dc25.measure=true measures answers beside slow downloads, which takes the build's time")
class AnsweringBesideDownloadsOnH2IT extends AnsweringBesideDownloads {

    @Override
    int images() {
        return 2000;
    }
}
