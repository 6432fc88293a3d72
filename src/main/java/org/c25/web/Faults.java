package org.c25.web;

import java.util.ArrayList;
import java.util.List;
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
    public <T extends @Nullable Object> T read(Supplier<? extends T> part, T otherwise) {
        return read(part, otherwise, fault -> true);
    }

    private <T extends @Nullable Object> T read(Supplier<? extends T> part, T otherwise, Predicate<Fault> told) {
        try {
            return part.get();
        } catch (Problem problem) {
            if (problem.faults().isEmpty()) {
                throw problem;
            }
            problem.faults().stream().filter(told).forEach(found::add);
            return otherwise;
        }
    }

    /**
     * The last step: makes the whole of its parts.
     *
     * @throws Problem naming everything that is wrong with the whole or was found before
     */
    public <T> T whole(Supplier<? extends T> whole) {
        return whole(whole, fault -> true);
    }

    /** @param told which faults of the whole are told; the others follow from what was found before */
    public <T> T whole(Supplier<? extends T> whole, Predicate<Fault> told) {
        Optional<T> made = read(() -> Optional.of(whole.get()), Optional.empty(), told);
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
