package org.c25.sampling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class StratifiedSampleTest {

    @Property(tries = 300)
    void aSampleHasItsSizeAndEachElementOnce(
            @ForAll @IntRange(max = 200) int size, @ForAll @IntRange(max = 100) int percent, @ForAll long seed) {
        List<Integer> elements = IntStream.range(0, size).boxed().toList();
        int count = size * percent / 100;

        List<Integer> sample = StratifiedSample.draw(elements, n -> n % 3, count, new Random(seed));

        assertThat(sample).hasSize(count).doesNotHaveDuplicates().isSubsetOf(elements);
        assertThat(StratifiedSample.draw(elements, n -> n % 3, count, new Random(seed)))
                .isEqualTo(sample);
    }

    @Property(tries = 300)
    void eachStratumHasItsShareUpToOne(
            @ForAll @IntRange(min = 1, max = 200) int size,
            @ForAll @IntRange(min = 1, max = 9) int strata,
            @ForAll @IntRange(max = 100) int percent,
            @ForAll long seed) {
        List<Integer> elements = IntStream.range(0, size).boxed().toList();
        int count = size * percent / 100;

        Map<Integer, Integer> drawn = new HashMap<>();
        StratifiedSample.draw(elements, n -> n * n % strata, count, new Random(seed))
                .forEach(n -> drawn.merge(n * n % strata, 1, Integer::sum));

        for (int stratum = 0; stratum < strata; stratum++) {
            int wanted = stratum;
            long there = elements.stream().filter(n -> n * n % strata == wanted).count();
            double share = (double) count * there / size;
            assertThat((double) drawn.getOrDefault(stratum, 0)).isBetween(Math.floor(share), Math.ceil(share));
        }
    }
}
