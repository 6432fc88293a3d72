package org.c25.votes;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.c25.affect.AffectNetLabel;
import org.c25.affect.Expression;
import org.c25.affect.Step;
import org.c25.affectnet.Exclusions;
import org.c25.sampling.SeededRank;
import org.c25.votes.VoteSelection.Chosen;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds of every choice, looked at in many that chance makes up. */
class VoteSelectionTest {

    private static final int ROUNDS = 60;

    /** Two sets that share some pictures, indexes and names; some images without a class or with few votes. */
    private static List<RatedImage> images(Random random) {
        List<RatedImage> images = new ArrayList<>();
        for (int set = 1; set <= 2; set++) {
            for (int i = 0; i < 120; i++) {
                int number = set == 1 ? i : i + 80;
                String hash = random.nextInt(10) == 0 ? "own" + set + "-" + i : "shared" + number;
                Integer label = random.nextInt(8) == 0 ? null : random.nextInt(9);
                images.add(new RatedImage(
                        set,
                        i,
                        number,
                        "f" + number + ".jpg",
                        hash,
                        new AffectNetLabel(label, null, null),
                        votes(random)));
            }
        }
        return images;
    }

    private static ParticipantVotes votes(Random random) {
        ParticipantVotes votes = new ParticipantVotes();
        for (int person = random.nextInt(9); person > 0; person--) {
            votes.add(
                    Expression.all().get(random.nextInt(4)),
                    new Step(1 + random.nextInt(9)),
                    new Step(1 + random.nextInt(9)));
        }
        return votes;
    }

    /** The same numbers of votes for other expressions, and numbers whose entropy is ln 4 as well. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "00000111223|33333444556|77766666522|00000222117|22344444000",
                "00112233|00001234|76543333|77665544"
            })
    void equalEntropiesAreDecidedByLot(String votes) {
        List<RatedImage> images = new ArrayList<>();
        String[] kinds = votes.split("\\|");
        for (int i = 0; i < 100; i++) {
            ParticipantVotes given = new ParticipantVotes();
            kinds[i % kinds.length]
                    .chars()
                    .forEach(code -> given.add(Expression.all().get(code - '0'), null, null));
            images.add(new RatedImage(1, i, i, i + ".jpg", "hash" + i, new AffectNetLabel(1, null, null), given));
        }
        for (long seed = 0; seed < 20; seed++) {
            VoteCriteria criteria =
                    new VoteCriteria(DisagreementRule.ENTROPY, Set.of(Expression.HAPPINESS), 30, seed, 3);
            SeededRank rank = new SeededRank(seed);

            assertThat(VoteSelection.of(criteria, images, Exclusions.NONE).chosen())
                    .extracting(chosen -> chosen.image().index())
                    .containsExactlyInAnyOrderElementsOf(images.stream()
                            .map(RatedImage::index)
                            .sorted((one, other) -> Long.compareUnsigned(rank.of(one), rank.of(other)))
                            .limit(30)
                            .toList());
        }
    }

    @ParameterizedTest
    @EnumSource(DisagreementRule.class)
    void noExclusionIsBrokenAndEachClassHasItsNumberOrSaysHowManyAreMissing(DisagreementRule rule) {
        for (int round = 0; round < ROUNDS; round++) {
            Random random = new Random(round);
            List<RatedImage> images = images(random);
            Set<Expression> classes = EnumSet.of(Expression.ANGER, Expression.NEUTRAL, Expression.HAPPINESS);
            VoteCriteria criteria = new VoteCriteria(rule, classes, 1 + random.nextInt(20), random.nextLong(), 3);
            Exclusions exclusions = new Exclusions(Set.of(1L, 5L, 90L), Set.of("f7.jpg", "f100.jpg"));

            VoteSelection choice = VoteSelection.of(criteria, images, exclusions);

            List<RatedImage> chosen =
                    choice.chosen().stream().map(Chosen::image).toList();
            assertThat(chosen).noneMatch(image -> exclusions.hold(image.index(), image.filename()));
            assertThat(chosen).allMatch(image -> rule.score(image.votes(), 3).isPresent());
            assertThat(chosen.stream().map(RatedImage::hash)).doesNotHaveDuplicates();
            assertThat(chosen.stream().map(RatedImage::index)).doesNotHaveDuplicates();
            assertThat(chosen.stream().map(RatedImage::filename)).doesNotHaveDuplicates();
            Map<Expression, Long> counts =
                    choice.chosen().stream().collect(Collectors.groupingBy(Chosen::expression, Collectors.counting()));
            assertThat(classes).containsAll(counts.keySet());
            for (Expression one : classes) {
                assertThat(counts.getOrDefault(one, 0L) + choice.missing().getOrDefault(one, 0))
                        .isEqualTo(criteria.perClass());
            }
            assertThat(choice.missing().values()).allMatch(count -> count > 0);
            assertInBlocks(choice.chosen());
        }
    }

    private static void assertInBlocks(List<Chosen> chosen) {
        assertThat(chosen.stream().map(one -> one.expression().english())).isSorted();
        for (int i = 1; i < chosen.size(); i++) {
            Chosen one = chosen.get(i - 1);
            Chosen next = chosen.get(i);
            if (one.expression() == next.expression()) {
                assertThat(Arrays.compareUnsigned(bytes(one), bytes(next))).isNegative();
            }
        }
    }

    private static byte[] bytes(Chosen one) {
        return one.image().filename().getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void theSameImagesAndSeedGiveTheSameChoiceInWhateverOrderTheyCome() {
        for (int round = 0; round < ROUNDS; round++) {
            List<RatedImage> images = images(new Random(round));
            VoteCriteria criteria = new VoteCriteria(DisagreementRule.DISSENT, Set.copyOf(Expression.all()), 4, 7, 2);
            VoteSelection first = VoteSelection.of(criteria, images, Exclusions.NONE);
            List<RatedImage> shuffled = new ArrayList<>(images);
            Collections.shuffle(shuffled, new Random(round + 1));

            assertThat(VoteSelection.of(criteria, shuffled, Exclusions.NONE)).isEqualTo(first);
        }
    }

    @Test
    void nobodyOutsideDisagreesMoreThanAnybodyInside() {
        for (int round = 0; round < ROUNDS; round++) {
            List<RatedImage> images = images(new Random(round)).subList(0, 120);
            VoteCriteria criteria =
                    new VoteCriteria(DisagreementRule.ENTROPY, Set.of(Expression.HAPPINESS), 5, round, 1);

            List<Chosen> chosen =
                    VoteSelection.of(criteria, images, Exclusions.NONE).chosen();

            double least = chosen.stream().mapToDouble(Chosen::score).min().orElseThrow();
            List<RatedImage> inside = chosen.stream().map(Chosen::image).toList();
            assertThat(images.stream()
                            .filter(image -> !inside.contains(image))
                            .filter(image -> image.expression()
                                    .filter(Expression.HAPPINESS::equals)
                                    .isPresent())
                            .map(image -> DisagreementRule.ENTROPY.score(image.votes(), 1))
                            .filter(score -> score.isPresent()))
                    .allMatch(score -> score.getAsDouble() <= least);
        }
    }

    @Test
    void aSeedDecidesAmongEquals() {
        List<RatedImage> images = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            ParticipantVotes votes = new ParticipantVotes();
            votes.add(Expression.FEAR, new Step(5), new Step(5));
            images.add(new RatedImage(1, i, i, "f" + i, "h" + i, AffectNetLabel.UNKNOWN, votes));
        }

        assertThat(chosen(images, 1)).hasSize(5).isEqualTo(chosen(images, 1)).isNotEqualTo(chosen(images, 2));
    }

    private static List<Chosen> chosen(List<RatedImage> images, long seed) {
        VoteCriteria criteria = new VoteCriteria(DisagreementRule.ENTROPY, Set.of(Expression.FEAR), 5, seed, 1);
        return VoteSelection.of(criteria, images, Exclusions.NONE).chosen();
    }

    @Test
    void aPictureOfTwoSetsCountsWithTheVotesWhereItHasTheMost() {
        ParticipantVotes few = new ParticipantVotes();
        few.add(Expression.FEAR, new Step(5), new Step(5));
        few.add(Expression.ANGER, new Step(5), new Step(5));
        ParticipantVotes many = new ParticipantVotes();
        for (int i = 0; i < 3; i++) {
            many.add(Expression.FEAR, new Step(5), new Step(5));
        }
        List<RatedImage> images = List.of(
                new RatedImage(1, 0, 0, "a", "h", AffectNetLabel.UNKNOWN, few),
                new RatedImage(2, 0, 9, "b", "h", AffectNetLabel.UNKNOWN, many));

        assertThat(chosen(images, 1)).containsExactly(new Chosen(images.get(1), Expression.FEAR, 0));
    }
}
