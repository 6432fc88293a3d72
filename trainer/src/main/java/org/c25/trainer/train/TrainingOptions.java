package org.c25.trainer.train;

import java.util.List;
import org.c25.trainer.Problem;
import org.c25.trainer.Torch;
import org.c25.trainer.learning.Steps;
import picocli.CommandLine.Option;

/** How long and how often networks learn: the options that {@code bin/train} and {@code bin/train drawn} share. */
final class TrainingOptions {

    @Option(names = "--epochs", paramLabel = "N", description = "all epochs; ${DEFAULT-VALUE} unless said otherwise")
    private int epochs = Steps.USUAL.epochs();

    @Option(
            names = "--seeds",
            paramLabel = "N,…",
            split = ",",
            defaultValue = "1,2,3",
            description = "a network each; ${DEFAULT-VALUE} unless said otherwise")
    private List<Long> seeds = List.of();

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "how many threads compute; all cores but one unless said otherwise")
    private int threads = Torch.usualThreads();

    /** @throws Problem if one of them can't be */
    void check() {
        if (threads < 1 || epochs < 1) {
            throw new Problem("--threads and --epochs are at least 1.");
        }
        if (seeds.stream().distinct().count() < seeds.size()) {
            throw new Problem("--seeds names a seed twice: the same seed gives the same network.");
        }
    }

    int epochs() {
        return epochs;
    }

    List<Long> seeds() {
        return seeds;
    }

    int threads() {
        return threads;
    }
}
