package org.c25.common;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is wrong with one file. Who reads it ends after about a hundred faults. */
public final class FaultList {

    private static final int MOST = 100;

    private final String field;
    private final List<Fault> faults = new ArrayList<>();

    /** @param field the request's field the file came in */
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
