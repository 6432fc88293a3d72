package org.c25.ratings;

import org.c25.affect.Dimension;

/**
 * The two answers of one participant to one image, at its first and at its second showing.
 *
 * @param slot the slot of the participant, from 0
 * @param image the image's position in the set, from 0
 */
public record Repeat(int slot, int image, Answer first, Answer second) {

    /**
     * An answer in categories that count from 0, as in {@link Ratings}; {@link Ratings#NONE} if there is none.
     *
     * @param expression 0 … 7
     * @param valence 0 … 8
     * @param arousal 0 … 8
     */
    public record Answer(int expression, int valence, int arousal) {

        public int of(Dimension dimension) {
            return switch (dimension) {
                case EXPRESSION -> expression;
                case VALENCE -> valence;
                case AROUSAL -> arousal;
            };
        }
    }
}
