package org.c25.common;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Gathers what is wrong with the parts of a form, so that all of it is told at once. */
public final class Faults {

    private final List<Fault> found = new ArrayList<>();

    public void add(String field, String message) {
        found.add(Fault.inField(field, message));
    }

    /**
     * @param otherwise what stands for a part that can't be taken, until the whole is refused
     * @throws Problem that has no faults: it is not about a field
     */
    public <T> T read(Supplier<T> part, T otherwise) {
        return Objects.requireNonNull(readIfAny(part, otherwise));
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
     * The last step: makes the whole of its parts.
     *
     * @throws Problem naming everything that is wrong with the whole or was found before
     */
    public <T> T whole(Supplier<T> whole) {
        return whole(whole, fault -> true);
    }

    /** @param told which faults of the whole are told; the others follow from what was found before */
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

    /** @throws Problem naming everything that was found */
    public void refuseIfAny() {
        if (!found.isEmpty()) {
            throw Problem.invalid(found);
        }
    }
}
