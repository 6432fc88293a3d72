package org.c25.trainer.learning;

/** Hears how far the learning is. */
public interface EpochListener {

    /**
     * An epoch has ended.
     *
     * @param epoch from 1
     * @param loss the mean loss of its steps
     */
    void epoch(Settings settings, int epoch, double loss);

    /** Says nothing to anybody. */
    EpochListener NONE = (settings, epoch, loss) -> {};
}
