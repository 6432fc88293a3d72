package org.c25.participation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.arbitrary;
import static org.quicktheories.generators.SourceDSL.integers;
import static org.quicktheories.generators.SourceDSL.longs;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.c25.affect.AffectNetLabel;
import org.c25.participation.TrialOrder.Showing;
import org.c25.protocol.TrialOrdering;
import org.c25.sets.Item;
import org.junit.jupiter.api.Test;
import org.quicktheories.core.Gen;

class TrialOrderTest {

    private static List<Item> items(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new Item(i, i, i, i + ".jpg", new AffectNetLabel(i % 8, null, null), null))
                .toList();
    }

    @Test
    void everyItemIsShownOnceAndAShareOfThemTwice() {
        qt().withExamples(400)
                .forAll(
                        arbitrary().enumValues(TrialOrdering.class),
                        integers().between(0, 150),
                        integers().between(0, 100),
                        longs().all())
                .checkAssert((ordering, count, percent, seed) -> {
                    List<Showing> order = TrialOrder.draw(items(count), ordering, percent / 100.0, 20, seed);

                    assertThat(order).hasSize(TrialOrder.length(count, percent / 100.0));
                    assertThat(order.size() - count).isEqualTo(Math.round(count * (percent / 100.0)));
                    assertThat(order.stream()
                                    .filter(showing -> showing.repeatOf() == null)
                                    .map(Showing::item))
                            .containsExactlyInAnyOrderElementsOf(items(count));
                    assertThat(order.stream()
                                    .filter(showing -> showing.repeatOf() != null)
                                    .map(Showing::item))
                            .doesNotHaveDuplicates();
                });
    }

    @Test
    void aRepeatPointsAtTheFirstShowingAndComesLateEnough() {
        record Repeats(int percent, int minimumLag) {}
        Gen<Repeats> repetitions = integers().between(0, 100).zip(integers().between(1, 60), Repeats::new);
        qt().withExamples(400)
                .forAll(
                        arbitrary().enumValues(TrialOrdering.class),
                        integers().between(1, 150),
                        repetitions,
                        longs().all())
                .checkAssert((ordering, count, wanted, seed) -> {
                    int minimumLag = wanted.minimumLag();
                    List<Showing> order =
                            TrialOrder.draw(items(count), ordering, wanted.percent() / 100.0, minimumLag, seed);

                    int repeats = order.size() - count;
                    int possible = Math.max(1, Math.min(minimumLag, Math.min(count / 2, count - repeats + 1)));
                    for (int position = 0; position < order.size(); position++) {
                        Integer first = order.get(position).repeatOf();
                        if (first != null) {
                            assertThat(order.get(first).item())
                                    .isEqualTo(order.get(position).item());
                            assertThat(order.get(first).repeatOf()).isNull();
                            assertThat(position - first).isGreaterThanOrEqualTo(possible);
                        }
                    }
                });
    }

    @Test
    void aPublishedSetHas880TrialsWithTenRepeatsOfEachClassAtLeastTwentyLater() {
        qt().withExamples(20).forAll(longs().all()).checkAssert(seed -> {
            List<Showing> order = TrialOrder.draw(items(800), TrialOrdering.RANDOM, 0.1, 20, seed);

            assertThat(order).hasSize(880);
            Map<Integer, Integer> repeatsOfClass = new HashMap<>();
            for (int position = 0; position < order.size(); position++) {
                Showing showing = order.get(position);
                if (showing.repeatOf() != null) {
                    assertThat(position - showing.repeatOf()).isGreaterThanOrEqualTo(20);
                    repeatsOfClass.merge(showing.item().label().expression(), 1, Integer::sum);
                }
            }
            assertThat(repeatsOfClass)
                    .hasSize(8)
                    .containsValue(10)
                    .allSatisfy((c, n) -> assertThat(n).isEqualTo(10));
        });
    }

    @Test
    void aSeedGivesOneOrderAndAnotherSeedAnother() {
        qt().withExamples(50).forAll(longs().all()).checkAssert(seed -> {
            assertThat(TrialOrder.draw(items(60), TrialOrdering.RANDOM, 0.1, 20, seed))
                    .isEqualTo(TrialOrder.draw(items(60), TrialOrdering.RANDOM, 0.1, 20, seed));
            assertThat(TrialOrder.draw(items(60), TrialOrdering.RANDOM, 0.1, 20, seed))
                    .isNotEqualTo(TrialOrder.draw(items(60), TrialOrdering.RANDOM, 0.1, 20, seed + 1));
        });
    }

    @Test
    void aFixedOrderIsTheManifests() {
        qt().withExamples(50).forAll(integers().between(0, 150), longs().all()).checkAssert((count, seed) -> {
            List<Showing> order = TrialOrder.draw(items(count), TrialOrdering.FIXED, 0.1, 20, seed);

            assertThat(order.stream()
                            .filter(showing -> showing.repeatOf() == null)
                            .map(Showing::item))
                    .containsExactlyElementsOf(items(count));
        });
    }

    @Test
    void inBlocksOneClassComesAfterTheOther() {
        qt().withExamples(50).forAll(integers().between(0, 150), longs().all()).checkAssert((count, seed) -> {
            List<Integer> classes = TrialOrder.draw(items(count), TrialOrdering.BLOCKED, 0.1, 20, seed).stream()
                    .filter(showing -> showing.repeatOf() == null)
                    .map(showing -> showing.item().label().expression())
                    .toList();

            long changes = IntStream.range(1, classes.size())
                    .filter(i -> !Objects.equals(classes.get(i), classes.get(i - 1)))
                    .count();
            assertThat(changes).isEqualTo(Math.max(0, Math.min(count, 8) - 1));
        });
    }

    /** Stored seeds stand for orders that people have seen: a change here changes what they mean. */
    @Test
    void anOrderDrawnLongAgoIsDrawnAgain() {
        assertThat(TrialOrder.draw(items(10), TrialOrdering.RANDOM, 0.2, 3, 25).stream()
                        .map(showing -> showing.item().index()))
                .containsExactly(0L, 2L, 8L, 6L, 1L, 9L, 3L, 7L, 5L, 8L, 4L, 9L);
    }
}
