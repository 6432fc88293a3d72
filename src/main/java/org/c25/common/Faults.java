package org.c25.common;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Gathers the faults of all parts of a form, so that all of them are told at once. */
public final class Faults {

    private final List<Fault> found = new ArrayList<>();

    public void add(String field, String message) {
        found.add(Fault.inField(field, message));
    }

    /**
     * Reads a part of the form, and keeps its faults.
     *
     * @param otherwise the value that stands for a part that can't be taken, until the whole is refused
     * @throws Problem if the part's problem has no faults: it is not about a field
     */
    public <T> T read(Supplier<T> part, T otherwise) {
        return Objects.requireNonNull(readIfAny(part, otherwise));
    }

    /**
     * Reads a part that need not be there, as {@link #read} does.
     *
     * @throws Problem if the part's problem has no faults: it is not about a field
     */
    public <T> @Nullable T readIfAny(Supplier<T> part, @Nullable T otherwise) {
        try {
            return part.get();
        } catch (Problem problem) {
            keep(problem, fault -> true);
            return otherwise;
        }
    }

    private void keep(Problem problem, Predicate<Fault> told) {
        if (problem.faults().isEmpty()) {
            throw problem;
        }
        problem.faults().stream().filter(told).forEach(found::add);
    }

    /**
     * Makes the whole of its parts, as the last step.
     *
     * @throws Problem naming everything that is wrong with the whole or was found before
     */
    public <T> T whole(Supplier<T> whole) {
        return whole(whole, fault -> true);
    }

    /**
     * Makes the whole of its parts, as the last step.
     *
     * @param told which faults of the whole are told; the others follow from what was found before
     * @throws Problem naming everything that was found before, and the faults of the whole that are told
     */
    public <T> T whole(Supplier<T> whole, Predicate<Fault> told) {
        Optional<T> made = Optional.empty();
        try {
            made = Optional.of(whole.get());
        } catch (Problem problem) {
            keep(problem, told);
        }
        refuseIfAny();
        return made.orElseThrow();
    }

    /**
     * Refuses the form if any fault was found.
     *
     * @throws Problem naming everything that was found
     */
    public void refuseIfAny() {
        if (!found.isEmpty()) {
            throw Problem.invalid(found);
        }
    }
}
