package org.c25.quality;

import static org.c25.affect.Expression.ANGER;
import static org.c25.affect.Expression.DISGUST;
import static org.c25.affect.Expression.FEAR;
import static org.c25.affect.Expression.HAPPINESS;
import static org.c25.affect.Expression.NEUTRAL;
import static org.c25.affect.Expression.SADNESS;

import org.c25.affect.Dimension;
import org.c25.affect.Expression;

/**
 * Combinations of an expression and a step that hardly anybody means, given where the expressions lie on the two scales
 * (Russell 1980). A single one can be meant, such as a smile that hurts; many of them show slips, a scale read the
 * wrong way round, or answers given by chance. Surprise and contempt go with any step.
 */
enum Contradiction {
    UNPLEASANT_HAPPINESS("happiness with valence 1 or 2", HAPPINESS, Dimension.VALENCE, 1, 2),
    PLEASANT_SADNESS("sadness with valence 8 or 9", SADNESS, Dimension.VALENCE, 8, 9),
    PLEASANT_FEAR("fear with valence 8 or 9", FEAR, Dimension.VALENCE, 8, 9),
    PLEASANT_DISGUST("disgust with valence 8 or 9", DISGUST, Dimension.VALENCE, 8, 9),
    PLEASANT_ANGER("anger with valence 8 or 9", ANGER, Dimension.VALENCE, 8, 9),
    EXCITED_NEUTRAL("neutral with arousal 9", NEUTRAL, Dimension.AROUSAL, 9, 9);

    private final String words;
    private final Expression expression;
    private final Dimension scale;
    private final int least;
    private final int most;

    Contradiction(String words, Expression expression, Dimension scale, int least, int most) {
        this.words = words;
        this.expression = expression;
        this.scale = scale;
        this.least = least;
        this.most = most;
    }

    boolean isIn(AnsweredTrial answer) {
        int step = answer.step(scale);
        return answer.expression() == expression.code() && step >= least && step <= most;
    }

    String words() {
        return words;
    }
}
