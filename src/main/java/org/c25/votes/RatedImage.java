package org.c25.votes;

import java.util.Optional;
import org.c25.affect.AffectNetLabel;
import org.c25.affect.Expression;

/**
 * An image that a set's participants have rated.
 *
 * @param set the id of its set
 * @param position its place there, from 0
 * @param hash what its picture is stored under
 */
public record RatedImage(
        long set,
        int position,
        long index,
        String filename,
        String hash,
        AffectNetLabel label,
        ParticipantVotes votes) {

    /** AffectNet's class, or the one with the most votes where AffectNet gives none of the eight. */
    public Optional<Expression> expression() {
        return label.asExpression().or(votes::majority);
    }
}
