package org.c25.quality;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.c25.studies.Quality;

/** Made-up participants for the tests of the rules. */
final class MadeUpRaters {

    static final int HAPPINESS = 0;
    static final int SADNESS = 1;
    static final int SURPRISE = 2;
    static final int ANGER = 5;
    static final int CONTEMPT = 6;
    static final int NEUTRAL = 7;

    private MadeUpRaters() {}

    /** The answer to the first showing of the image at this place, at the trial of the same number. */
    static Answer answer(int item, int expression, int valence, int arousal) {
        return new Answer(item, item, Answer.NONE, expression, valence, arousal, Answer.NONE);
    }

    static Answer timed(int item, long millis) {
        return new Answer(item, item, Answer.NONE, item % 8, item % 9 + 1, item % 7 + 1, millis);
    }

    /** At this trial an image is seen again. */
    static Answer again(int position, int item, int expression, int valence, int arousal) {
        return new Answer(position, item, item, expression, valence, arousal, Answer.NONE);
    }

    /** Answers that no rule has anything to say of, beside others who say the same. */
    static List<Answer> careful(int images) {
        return answers(images, item -> answer(item, item % 8 == HAPPINESS ? 2 : item % 8, item % 6 + 2, item % 7 + 2));
    }

    static List<Answer> answers(int images, IntFunction<Answer> each) {
        return new ArrayList<>(IntStream.range(0, images).mapToObj(each).toList());
    }

    /** What the rules see when nobody else is there. */
    static Map<Rule, Evidence> alone(List<Answer> answers, Quality thresholds) {
        return among(answers, thresholds);
    }

    /** What the rules see of somebody alone, whom the study shows so many images twice. */
    static Map<Rule, Evidence> asked(int repeats, List<Answer> answers, Quality thresholds) {
        Answers own = new Answers(answers, true);
        return Rule.look(Figures.of(own, repeats, Crowd.of(List.of(own), 1000)), thresholds);
    }

    /** What the rules see of the first among others. */
    @SafeVarargs
    static Map<Rule, Evidence> among(List<Answer> answers, Quality thresholds, List<Answer>... others) {
        Answers own = new Answers(answers, true);
        List<Answers> all = new ArrayList<>(List.of(own));
        Arrays.stream(others).forEach(other -> all.add(new Answers(other, true)));
        return Rule.look(Figures.of(own, 80, Crowd.of(all, 1000)), thresholds);
    }

    /** Every rule off, but for what a test sets. */
    static Quality looking(int leastTrials) {
        return new Quality(leastTrials, 0, 1.0, 0, 1.0, -1.0, 8.0, -1.0, 0.0, 1.0);
    }

    static Quality fast(int leastTrials, int millis, double share) {
        return new Quality(leastTrials, millis, share, 0, 1.0, -1.0, 8.0, -1.0, 0.0, 1.0);
    }

    static Quality run(int leastTrials, int longRun) {
        return new Quality(leastTrials, 0, 1.0, longRun, 1.0, -1.0, 8.0, -1.0, 0.0, 1.0);
    }

    static Quality oneStep(int leastTrials, double share) {
        return new Quality(leastTrials, 0, 1.0, 0, share, -1.0, 8.0, -1.0, 0.0, 1.0);
    }

    static Quality self(int leastTrials, double kappa, double difference) {
        return new Quality(leastTrials, 0, 1.0, 0, 1.0, kappa, difference, -1.0, 0.0, 1.0);
    }

    static Quality others(int leastTrials, double ccc, double agreement) {
        return new Quality(leastTrials, 0, 1.0, 0, 1.0, -1.0, 8.0, ccc, agreement, 1.0);
    }

    static Quality contradicting(int leastTrials, double share) {
        return new Quality(leastTrials, 0, 1.0, 0, 1.0, -1.0, 8.0, -1.0, 0.0, share);
    }
}
