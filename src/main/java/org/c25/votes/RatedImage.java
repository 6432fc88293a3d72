package org.c25.votes;

import java.util.Optional;
import org.c25.affect.AffectNetLabel;
import org.c25.affect.Expression;

/**
 * An image that a set's participants have rated.
 *
 * @param set the id of its set
 * @param position its position in that set, from 0
 * @param hash the hash under which its picture is stored
 */
public record RatedImage(
        long set,
        int position,
        long index,
        String filename,
        String hash,
        AffectNetLabel label,
        ParticipantVotes votes) {

    /** Returns AffectNet's class, or the expression with the most votes if AffectNet gives none of the eight. */
    public Optional<Expression> expression() {
        return label.asExpression().or(votes::majority);
    }
}
