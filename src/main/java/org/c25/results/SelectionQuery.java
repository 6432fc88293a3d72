package org.c25.results;

import io.swagger.v3.oas.annotations.Parameter;
import java.util.Set;
import java.util.TreeSet;
import org.c25.common.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.BindParam;

/**
 * The part of an address that says which answers are selected.
 *
 * @param out the slots whose participants are left out
 * @param complete whether only participants count who answered every image
 * @param images a class of images, such as {@code affectnet-fear} or {@code majority-neutral}
 */
public record SelectionQuery(
        @Parameter(description = "a slot whose participant is left out, as often as needed") @Nullable
        Set<String> out,

        @Parameter(description = "true for those alone who answered every image") @Nullable
        String complete,

        @Parameter(
                name = "class",
                description = "a class of images: affectnet- or majority- and an expression, such as affectnet-fear")
        @BindParam("class")
        @Nullable
        String images) {

    /**
     * Returns the selection.
     *
     * @throws Problem 422 if a slot is no number, or there is no such class
     */
    public Selection selection() {
        Set<Integer> slots = new TreeSet<>();
        for (String slot : out == null ? Set.<String>of() : out) {
            if (!slot.matches("\\d{1,6}")) {
                throw Problem.invalid("out", "is the number of a slot, such as 3");
            }
            slots.add(Integer.valueOf(slot));
        }
        if (complete != null && !complete.matches("|true|false")) {
            throw Problem.invalid("complete", "is true or false");
        }
        return Selection.of(slots, "true".equals(complete), images);
    }
}
