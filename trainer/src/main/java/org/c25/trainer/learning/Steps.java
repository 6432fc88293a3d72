package org.c25.trainer.learning;

/**
 * The steps in which a network learns.
 *
 * @param epochs all epochs, a crowd layer's warm-up among them
 * @param batch how many images a step looks at
 * @param rate the size of a step (Adam)
 */
public record Steps(int epochs, int batch, double rate) {

    /** Those where nobody says. */
    public static final Steps USUAL = new Steps(15, 32, 1e-3);

    public Steps withEpochs(int other) {
        return new Steps(other, batch, rate);
    }
}
