package org.c25.common;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The faults of one file. Its reader stops after about a hundred of them. */
public final class FaultList {

    private static final int MOST = 100;

    private final String field;
    private final List<Fault> faults = new ArrayList<>();

    /** @param field the field of the request in which the file came */
    public FaultList(String field) {
        this.field = field;
    }

    public void add(long line, @Nullable String column, String message) {
        faults.add(Fault.atLine(field, line, column, message));
    }

    public boolean isFull() {
        return faults.size() >= MOST;
    }

    public boolean isAny() {
        return !faults.isEmpty();
    }

    /** @throws Problem if anything is wrong */
    public void refuseIfAny() {
        if (!faults.isEmpty()) {
            throw Problem.invalid(faults);
        }
    }
}
