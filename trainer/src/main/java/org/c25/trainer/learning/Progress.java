package org.c25.trainer.learning;

/** Hears how far the learning is. */
public interface Progress {

    /**
     * An epoch has ended.
     *
     * @param epoch from 1
     * @param loss the mean loss of its steps
     */
    void epoch(Settings settings, int epoch, double loss);

    /** Says nothing to anybody. */
    Progress NONE = (settings, epoch, loss) -> {};
}
