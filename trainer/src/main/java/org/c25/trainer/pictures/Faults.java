package org.c25.trainer.pictures;

import java.util.ArrayList;
import java.util.List;
import org.c25.trainer.Problem;

/** What is wrong with pictures, gathered so that whoever gave the command hears all of it at once. */
public final class Faults {

    /** So many are told at most. */
    public static final int MOST = 20;

    private final List<String> faults = new ArrayList<>();

    /** Does something with a picture, and keeps what is wrong with it; does nothing once there are faults enough. */
    public void gather(Runnable step) {
        if (faults.size() < MOST) {
            try {
                step.run();
            } catch (Problem fault) {
                faults.add(fault.getMessage());
            }
        }
    }

    public boolean isEmpty() {
        return faults.isEmpty();
    }

    /** @throws Problem if there was a fault, with a line for each */
    public void raise() {
        if (!faults.isEmpty()) {
            String more = faults.size() < MOST
                    ? ""
                    : System.lineSeparator() + "There may be more: these are the first " + MOST + ".";
            throw new Problem(String.join(System.lineSeparator(), faults) + more);
        }
    }
}
