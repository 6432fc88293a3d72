package org.c25.demonstration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.c25.affect.AffectNetLabel;
import org.c25.affect.Expression;
import org.c25.annotation.NewAnnotation;
import org.c25.demonstration.InventedRater.Manner;
import org.c25.sets.Item;
import org.junit.jupiter.api.Test;

class InventedRaterTest {

    private static final List<Item> FACES = IntStream.range(0, 40)
            .mapToObj(n -> new Item(n, n, n, n + ".png", drawn(Expression.all().get(n % 8)), null))
            .toList();

    @Test
    void theSameSeedGivesTheSameAnswersInTheSameTimes() {
        for (Manner manner : Manner.values()) {
            assertThat(all(manner, 3)).isEqualTo(all(manner, 3));
        }
        assertThat(all(Manner.CAREFUL, 3)).isNotEqualTo(all(Manner.CAREFUL, 4));
    }

    @Test
    void whoIsCarefulMostlySeesWhatIsDrawnAndTakesTheTime() {
        List<NewAnnotation> answers = answers(Manner.CAREFUL, 3);

        long right = IntStream.range(0, FACES.size())
                .filter(n ->
                        answers.get(n).rating().expression() == Expression.all().get(n % 8))
                .count();
        assertThat(right).isBetween(25L, 39L);
        assertThat(answers.stream().map(answer -> answer.paradata().responseTimeMillis()))
                .allMatch(millis -> millis > 1000 && millis < 30_000);
    }

    @Test
    void whoIsCarelessGivesOneAnswerToEveryFaceOrAnyAtAll() {
        assertThat(answers(Manner.ALWAYS_THE_SAME, 3).stream()
                        .map(NewAnnotation::rating)
                        .distinct())
                .hasSize(1);
        assertThat(answers(Manner.BY_CHANCE, 3).stream()
                        .map(NewAnnotation::rating)
                        .distinct())
                .hasSizeGreaterThan(30);
    }

    private static AffectNetLabel drawn(Expression expression) {
        return new AffectNetLabel(expression.affectNetCode(), 0.5, -0.5);
    }

    private static List<NewAnnotation> answers(Manner manner, long seed) {
        InventedRater rater = new InventedRater(manner, seed);
        return FACES.stream().map(face -> rater.answer(face, face.position())).toList();
    }

    /** All but the ids of the answers, which nobody knows beforehand. */
    private static List<Object> all(Manner manner, long seed) {
        return answers(manner, seed).stream()
                .flatMap(answer -> Stream.<Object>of(answer.rating(), answer.paradata()))
                .toList();
    }
}
