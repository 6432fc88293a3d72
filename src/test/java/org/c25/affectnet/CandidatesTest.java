package org.c25.affectnet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.c25.affect.Expression.ANGER;
import static org.c25.affect.Expression.HAPPINESS;
import static org.c25.affect.Expression.NEUTRAL;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.arbitrary;
import static org.quicktheories.generators.SourceDSL.booleans;
import static org.quicktheories.generators.SourceDSL.integers;
import static org.quicktheories.generators.SourceDSL.longs;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.c25.affect.Expression;
import org.c25.affectnet.ChosenImages.Chosen;
import org.c25.images.FaceBox;
import org.c25.sampling.SeededRank;
import org.junit.jupiter.api.Test;
import org.quicktheories.core.Gen;

class CandidatesTest {

    private static final Set<Expression> ALL = EnumSet.allOf(Expression.class);

    /** Rows of all eleven classes, with boxes of 0 … 59 pixels; each file stands there twice if asked for. */
    private static List<TrainingRow> rows(int count, boolean twice) {
        Random random = new Random(count);
        return IntStream.range(0, count)
                .mapToObj(i -> {
                    int side = random.nextInt(60);
                    return new TrainingRow(
                            i,
                            i + 2,
                            i % 9 + "/" + "%08x.jpg".formatted((twice ? i / 2 : i) * 2654435761L & 0xffffffffL),
                            side == 0 ? null : new FaceBox(0, 0, side, side + random.nextInt(9)),
                            (byte) random.nextInt(11),
                            random.nextInt(9) / 4.0 - 1,
                            -2);
                })
                .toList();
    }

    private static List<ModelVotes> predictions(List<TrainingRow> rows) {
        Random random = new Random(rows.size());
        return rows.stream()
                .map(row -> new ModelVotes(
                        row.index(),
                        row.filename(),
                        IntStream.range(0, 4)
                                .mapToObj(model -> new ModelVote(
                                        Expression.all().get(random.nextInt(8)), random.nextInt(9) / 4.0 - 1, null))
                                .toList()))
                .toList();
    }

    private static ChosenImages choose(
            SelectionCriteria criteria, Exclusions exclusions, List<TrainingRow> rows, List<ModelVotes> predictions) {
        Candidates candidates = new Candidates(criteria, exclusions);
        rows.forEach(candidates::offer);
        if (criteria.rule() != SelectionRule.RANDOM) {
            predictions.forEach(
                    prediction -> assertThat(candidates.take(prediction)).isNull());
        }
        return candidates.choose();
    }

    private static ChosenImages choose(SelectionCriteria criteria, List<TrainingRow> rows) {
        return choose(criteria, Exclusions.NONE, rows, predictions(rows));
    }

    private static Exclusions everyThird(List<TrainingRow> rows) {
        return new Exclusions(
                rows.stream()
                        .map(row -> (long) row.index())
                        .filter(index -> index % 3 == 0)
                        .collect(Collectors.toSet()),
                rows.stream()
                        .filter(row -> row.index() % 5 == 0)
                        .map(TrainingRow::filename)
                        .collect(Collectors.toSet()));
    }

    /** Votes for other expressions in the same numbers, gaps that are equal but for rounding, and mixes of both. */
    @Test
    void equalScoresAreDecidedByLot() {
        List<TrainingRow> rows = IntStream.range(0, 100)
                .mapToObj(i -> new TrainingRow(
                        i, i + 2, i + ".jpg", new FaceBox(0, 0, 50, 50), (byte) 1, i % 2 == 0 ? 0.1 : 0.2, 0))
                .toList();
        int[][] labels = {
            {1, 1, 1, 1, 1, 2, 2, 2, 3, 3, 4}, {4, 4, 4, 4, 4, 6, 6, 6, 5, 5, 1}, {7, 6, 6, 5, 5, 5, 2, 2, 2, 2, 2}
        };
        List<ModelVotes> predictions = rows.stream()
                .map(row -> new ModelVotes(
                        row.index(),
                        row.filename(),
                        IntStream.of(labels[row.index() % 3])
                                .mapToObj(label -> new ModelVote(
                                        Expression.all().get(label), row.index() % 2 == 0 ? 0.3 : 0.4, null))
                                .toList()))
                .toList();
        for (SelectionRule rule : List.of(SelectionRule.ENTROPY, SelectionRule.GAP, SelectionRule.MIX)) {
            SelectionCriteria criteria = new SelectionCriteria(rule, Set.of(HAPPINESS), 30, 7, 0);
            SeededRank rank = new SeededRank(7);

            assertThat(choose(criteria, Exclusions.NONE, rows, predictions).chosen())
                    .as(rule.name())
                    .extracting(chosen -> chosen.row().index())
                    .containsExactlyInAnyOrderElementsOf(IntStream.range(0, 100)
                            .boxed()
                            .sorted((one, other) -> Long.compareUnsigned(rank.of(one), rank.of(other)))
                            .limit(30)
                            .toList());
        }
    }

    @Test
    void noExclusionIsEverBroken() {
        Gen<SelectionCriteria> wishes = arbitrary()
                .enumValues(SelectionRule.class)
                .zip(
                        integers().between(1, 40),
                        longs().all(),
                        integers().between(0, 50),
                        (rule, perClass, seed, minimumFace) ->
                                new SelectionCriteria(rule, EnumSet.of(ANGER, NEUTRAL), perClass, seed, minimumFace));
        qt().withExamples(200)
                .forAll(wishes, integers().between(0, 600), booleans().all())
                .checkAssert((criteria, size, twice) -> {
                    List<TrainingRow> rows = rows(size, twice);
                    Exclusions exclusions = everyThird(rows);

                    ChosenImages choice = choose(criteria, exclusions, rows, predictions(rows));

                    assertThat(choice.chosen()).extracting(Chosen::row).allSatisfy(row -> {
                        assertThat(row.asExpression().orElseThrow()).isIn(ANGER, NEUTRAL);
                        assertThat(row.box()).isNotNull();
                        assertThat(row.box().shorterSide()).isGreaterThanOrEqualTo(criteria.minimumFace());
                        assertThat(exclusions.indexes()).doesNotContain((long) row.index());
                        assertThat(exclusions.filenames()).doesNotContain(row.filename());
                    });
                    assertThat(choice.chosen())
                            .extracting(one -> one.row().filename())
                            .doesNotHaveDuplicates();
                });
    }

    @Test
    void eachClassHasItsNumberOrItIsToldByHowManyItFallsShort() {
        qt().withExamples(200)
                .forAll(
                        arbitrary().enumValues(SelectionRule.class),
                        longs().all(),
                        integers().between(0, 600),
                        integers().between(1, 40))
                .checkAssert((rule, seed, size, perClass) -> {
                    List<TrainingRow> rows = rows(size, false);

                    ChosenImages choice = choose(new SelectionCriteria(rule, ALL, perClass, seed, 20), rows);

                    for (Expression one : ALL) {
                        int eligible = (int) rows.stream()
                                .filter(row ->
                                        row.asExpression().filter(one::equals).isPresent())
                                .filter(row -> row.box() != null && row.box().shorterSide() >= 20)
                                .count();
                        int got = (int) choice.chosen().stream()
                                .filter(chosen -> chosen.row().asExpression().orElseThrow() == one)
                                .count();
                        assertThat(got).isEqualTo(Math.min(perClass, eligible));
                        assertThat(choice.missing().getOrDefault(one, 0)).isEqualTo(perClass - got);
                    }
                });
    }

    @Test
    void theSameSeedGivesTheSameSetInWhateverOrderRowsAndPredictionsCome() {
        qt().withExamples(100)
                .forAll(
                        arbitrary().enumValues(SelectionRule.class),
                        longs().all(),
                        integers().between(0, 600),
                        booleans().all())
                .checkAssert((rule, seed, size, twice) -> {
                    List<TrainingRow> rows = rows(size, twice);
                    List<ModelVotes> predictions = predictions(rows);
                    SelectionCriteria criteria = new SelectionCriteria(rule, ALL, 10, seed, 0);
                    List<TrainingRow> shuffled = new ArrayList<>(rows);
                    List<ModelVotes> otherOrder = new ArrayList<>(predictions);
                    Collections.shuffle(shuffled, new Random(seed));
                    Collections.shuffle(otherOrder, new Random(seed + 1));

                    assertThat(choose(criteria, Exclusions.NONE, shuffled, otherOrder))
                            .isEqualTo(choose(criteria, Exclusions.NONE, rows, predictions));
                });
    }

    @Test
    void anotherSeedGivesAnotherSet() {
        qt().withExamples(100).forAll(longs().all()).checkAssert(seed -> {
            List<TrainingRow> rows = rows(900, false);

            assertThat(choose(new SelectionCriteria(SelectionRule.RANDOM, ALL, 10, seed, 0), rows)
                            .chosen())
                    .isNotEqualTo(choose(new SelectionCriteria(SelectionRule.RANDOM, ALL, 10, seed + 1, 0), rows)
                            .chosen());
            // Four models have few scores to give, so that chance decides among many equals here too.
            assertThat(choose(new SelectionCriteria(SelectionRule.CONTRADICTION, ALL, 5, seed, 0), rows)
                            .chosen())
                    .isNotEqualTo(choose(new SelectionCriteria(SelectionRule.CONTRADICTION, ALL, 5, seed + 1, 0), rows)
                            .chosen());
        });
    }

    @Test
    void noneThatWasLeftOutIsMoreConfusingThanOneThatWasChosen() {
        qt().withExamples(100)
                .forAll(arbitrary().enumValues(SelectionRule.class), longs().all())
                .checkAssert((rule, seed) -> {
                    List<TrainingRow> rows = rows(400, false);
                    List<ModelVotes> predictions = predictions(rows);

                    List<Chosen> chosen = choose(new SelectionCriteria(rule, Set.of(ANGER), 7, seed, 0), rows)
                            .chosen();
                    double least = chosen.stream()
                            .mapToDouble(one -> one.score() == null ? Double.POSITIVE_INFINITY : one.score())
                            .min()
                            .orElseThrow();

                    Set<TrainingRow> taken = chosen.stream().map(Chosen::row).collect(Collectors.toSet());
                    assertThat(rows)
                            .filteredOn(row ->
                                    row.asExpression().filter(ANGER::equals).isPresent())
                            .filteredOn(row -> row.box() != null && !taken.contains(row))
                            .allMatch(row ->
                                    rule.score(row, predictions.get(row.index()).votes())
                                                    .orElse(0)
                                            <= least);
                });
    }

    @Test
    void everyImageOfAClassIsDrawnEquallyOften() {
        List<TrainingRow> rows = IntStream.range(0, 20)
                .mapToObj(i -> new TrainingRow(i, i + 2, i + ".jpg", new FaceBox(0, 0, 9, 9), (byte) 1, 0, 0))
                .toList();
        int[] drawn = new int[rows.size()];
        for (long seed = 0; seed < 4000; seed++) {
            choose(new SelectionCriteria(SelectionRule.RANDOM, Set.of(HAPPINESS), 5, seed, 0), rows)
                    .chosen()
                    .forEach(one -> drawn[one.row().index()]++);
        }

        // 1000 expected each, with a standard deviation of 27.
        assertThat(drawn).satisfies(counts -> assertThat(IntStream.of(counts)).allMatch(n -> n > 860 && n < 1140));
    }

    @Test
    void blocksStandInAlphabeticalOrderAndNamesInByteOrder() {
        List<TrainingRow> rows = new ArrayList<>();
        String[] names = {"b.jpg", "B.jpg", "a.jpg", "\uFF5E.jpg", "\uD83D\uDE00.jpg"};
        for (int code = 0; code < 8; code++) {
            for (String name : names) {
                String own = code + name;
                rows.add(new TrainingRow(rows.size(), 2, own, new FaceBox(0, 0, 9, 9), (byte) code, 0, 0));
            }
        }

        List<Chosen> chosen = choose(new SelectionCriteria(SelectionRule.RANDOM, ALL, 5, 1, 0), rows)
                .chosen();

        assertThat(chosen.stream()
                        .map(one ->
                                one.row().asExpression().orElseThrow().name().toLowerCase(Locale.ROOT))
                        .distinct())
                .containsExactly("anger", "contempt", "disgust", "fear", "happiness", "neutral", "sadness", "surprise");
        assertThat(chosen.subList(0, 5))
                .extracting(one -> one.row().filename())
                .containsExactly("6B.jpg", "6a.jpg", "6b.jpg", "6\uFF5E.jpg", "6\uD83D\uDE00.jpg");
    }

    /** Computed with Python: sorted(range(10), key=lambda i: hashlib.sha256(f"42:{i}".encode()).hexdigest())[:3] */
    @Test
    void anotherProgramDrawsTheSame() {
        List<TrainingRow> rows = IntStream.range(0, 10)
                .mapToObj(i -> new TrainingRow(i, i + 2, i + ".jpg", new FaceBox(0, 0, 9, 9), (byte) 1, 0, 0))
                .toList();

        assertThat(choose(new SelectionCriteria(SelectionRule.RANDOM, Set.of(HAPPINESS), 3, 42, 0), rows)
                        .chosen())
                .extracting(one -> one.row().index())
                .containsExactly(0, 1, 6);
    }

    @Test
    void imagesOfWhichTheModelsSayNothingAreCountedAndNotChosen() {
        List<TrainingRow> rows = IntStream.range(0, 10)
                .mapToObj(i -> new TrainingRow(i, i + 2, i + ".jpg", new FaceBox(0, 0, 9, 9), (byte) 1, 0, 0))
                .toList();
        List<ModelVotes> some = predictions(rows).subList(0, 4);

        ChosenImages choice = choose(
                new SelectionCriteria(SelectionRule.ENTROPY, Set.of(HAPPINESS), 5, 42, 0), Exclusions.NONE, rows, some);

        assertThat(choice.chosen()).hasSize(4);
        assertThat(choice.missing()).containsOnly(java.util.Map.entry(HAPPINESS, 1));
        assertThat(choice.unranked()).isEqualTo(6);
    }
}
