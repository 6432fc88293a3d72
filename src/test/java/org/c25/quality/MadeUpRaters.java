package org.c25.quality;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.c25.protocol.FlagThresholds;

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
    static AnsweredTrial answer(int item, int expression, int valence, int arousal) {
        return new AnsweredTrial(item, item, AnsweredTrial.NONE, expression, valence, arousal, AnsweredTrial.NONE);
    }

    static AnsweredTrial timed(int item, long millis) {
        return new AnsweredTrial(item, item, AnsweredTrial.NONE, item % 8, item % 9 + 1, item % 7 + 1, millis);
    }

    /** At this trial an image is seen again. */
    static AnsweredTrial again(int position, int item, int expression, int valence, int arousal) {
        return new AnsweredTrial(position, item, item, expression, valence, arousal, AnsweredTrial.NONE);
    }

    /** Answers that no rule has anything to say of, beside others who say the same. */
    static List<AnsweredTrial> careful(int images) {
        return answers(images, item -> answer(item, item % 8 == HAPPINESS ? 2 : item % 8, item % 6 + 2, item % 7 + 2));
    }

    static List<AnsweredTrial> answers(int images, IntFunction<AnsweredTrial> each) {
        return new ArrayList<>(IntStream.range(0, images).mapToObj(each).toList());
    }

    /** What the rules see when nobody else is there. */
    static Map<FlagKind, Evidence> alone(List<AnsweredTrial> answers, FlagThresholds thresholds) {
        return among(answers, thresholds);
    }

    /** What the rules see of somebody alone, whom the study shows so many images twice. */
    static Map<FlagKind, Evidence> asked(int repeats, List<AnsweredTrial> answers, FlagThresholds thresholds) {
        ParticipantAnswers own = new ParticipantAnswers(answers, true);
        return FlagKind.raised(ParticipantFigures.of(own, repeats, AnswersOfOthers.of(List.of(own), 1000)), thresholds);
    }

    /** What the rules see of the first among others. */
    @SafeVarargs
    static Map<FlagKind, Evidence> among(
            List<AnsweredTrial> answers, FlagThresholds thresholds, List<AnsweredTrial>... others) {
        ParticipantAnswers own = new ParticipantAnswers(answers, true);
        List<ParticipantAnswers> all = new ArrayList<>(List.of(own));
        Arrays.stream(others).forEach(other -> all.add(new ParticipantAnswers(other, true)));
        return FlagKind.raised(ParticipantFigures.of(own, 80, AnswersOfOthers.of(all, 1000)), thresholds);
    }

    /** Every rule off, but for what a test sets. */
    static FlagThresholds looking(int leastTrials) {
        return new FlagThresholds(leastTrials, 0, 1.0, 0, 1.0, -1.0, 8.0, -1.0, 0.0, 1.0);
    }

    static FlagThresholds fast(int leastTrials, int millis, double share) {
        return new FlagThresholds(leastTrials, millis, share, 0, 1.0, -1.0, 8.0, -1.0, 0.0, 1.0);
    }

    static FlagThresholds run(int leastTrials, int longRun) {
        return new FlagThresholds(leastTrials, 0, 1.0, longRun, 1.0, -1.0, 8.0, -1.0, 0.0, 1.0);
    }

    static FlagThresholds oneStep(int leastTrials, double share) {
        return new FlagThresholds(leastTrials, 0, 1.0, 0, share, -1.0, 8.0, -1.0, 0.0, 1.0);
    }

    static FlagThresholds self(int leastTrials, double kappa, double difference) {
        return new FlagThresholds(leastTrials, 0, 1.0, 0, 1.0, kappa, difference, -1.0, 0.0, 1.0);
    }

    static FlagThresholds others(int leastTrials, double ccc, double agreement) {
        return new FlagThresholds(leastTrials, 0, 1.0, 0, 1.0, -1.0, 8.0, ccc, agreement, 1.0);
    }

    static FlagThresholds contradicting(int leastTrials, double share) {
        return new FlagThresholds(leastTrials, 0, 1.0, 0, 1.0, -1.0, 8.0, -1.0, 0.0, share);
    }
}
