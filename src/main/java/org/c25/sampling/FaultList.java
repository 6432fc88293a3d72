package org.c25.sampling;

import java.util.ArrayList;
import java.util.List;
import org.c25.web.Fault;
import org.c25.web.Problem;
import org.jspecify.annotations.Nullable;

/** What is wrong with one file. Who reads it ends after about a hundred faults. */
final class FaultList {

    private static final int MOST = 100;

    private final String field;
    private final List<Fault> faults = new ArrayList<>();

    /** @param field the request's field the file came in */
    FaultList(String field) {
        this.field = field;
    }

    void add(long line, @Nullable String column, String message) {
        faults.add(Fault.atLine(field, line, column, message));
    }

    boolean isFull() {
        return faults.size() >= MOST;
    }

    boolean isAny() {
        return !faults.isEmpty();
    }

    /** @throws Problem if anything is wrong */
    void refuseIfAny() {
        if (!faults.isEmpty()) {
            throw Problem.invalid(faults);
        }
    }
}
