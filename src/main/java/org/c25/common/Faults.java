package org.c25.common;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Gathers what is wrong with the parts of a form, so that all of it is told at once. */
public final class Faults {

    private final List<Fault> found = new ArrayList<>();

    /**
     * @param otherwise what stands for a part that can't be taken, until {@link #refuseIfAny} refuses the whole
     * @throws Problem that has no faults: it is not about a field
     */
    public <T> T read(Supplier<T> part, T otherwise) {
        try {
            return part.get();
        } catch (Problem problem) {
            keep(problem);
            return otherwise;
        }
    }

    /**
     * The same for a part that need not be there.
     *
     * @throws Problem that has no faults: it is not about a field
     */
    public <T> @Nullable T readIfAny(Supplier<T> part, @Nullable T otherwise) {
        try {
            return part.get();
        } catch (Problem problem) {
            keep(problem);
            return otherwise;
        }
    }

    private void keep(Problem problem) {
        if (problem.faults().isEmpty()) {
            throw problem;
        }
        found.addAll(problem.faults());
    }

    public void add(String field, String message) {
        found.add(Fault.inField(field, message));
    }

    /** @throws Problem naming everything that was found */
    public void refuseIfAny() {
        if (!found.isEmpty()) {
            throw Problem.invalid(found);
        }
    }
}
