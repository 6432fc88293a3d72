package org.c25.sampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;
import static org.quicktheories.generators.SourceDSL.longs;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StratifiedSampleTest {

    @Test
    void aSampleHasItsSizeAndEachElementOnce() {
        qt().withExamples(300)
                .forAll(integers().between(0, 200), integers().between(0, 100), longs().all())
                .checkAssert((size, percent, seed) -> {
                    List<Integer> elements = IntStream.range(0, size).boxed().toList();
                    int count = size * percent / 100;

                    List<Integer> sample = StratifiedSample.draw(elements, n -> n % 3, count, new Random(seed));

                    assertThat(sample).hasSize(count).doesNotHaveDuplicates().isSubsetOf(elements);
                    assertThat(StratifiedSample.draw(elements, n -> n % 3, count, new Random(seed)))
                            .isEqualTo(sample);
                });
    }

    @Test
    void eachStratumHasItsShareUpToOne() {
        qt().withExamples(300)
                .forAll(
                        integers().between(1, 200),
                        integers().between(1, 9),
                        integers().between(0, 100),
                        longs().all())
                .checkAssert((size, strata, percent, seed) -> {
                    List<Integer> elements = IntStream.range(0, size).boxed().toList();
                    int count = size * percent / 100;

                    Map<Integer, Integer> drawn = new HashMap<>();
                    StratifiedSample.draw(elements, n -> n * n % strata, count, new Random(seed))
                            .forEach(n -> drawn.merge(n * n % strata, 1, Integer::sum));

                    for (int stratum = 0; stratum < strata; stratum++) {
                        int wanted = stratum;
                        long there = elements.stream()
                                .filter(n -> n * n % strata == wanted)
                                .count();
                        double share = (double) count * there / size;
                        assertThat((double) drawn.getOrDefault(stratum, 0))
                                .isBetween(Math.floor(share), Math.ceil(share));
                    }
                });
    }
}
