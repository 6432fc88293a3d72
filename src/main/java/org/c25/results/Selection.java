package org.c25.results;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.StringJoiner;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.c25.common.Problem;
import org.jspecify.annotations.Nullable;

/**
 * A selection of the answers of a set. It can be written in words, as a query and as a part of a file name, so that a
 * downloaded file tells what it was made from.
 *
 * @param out the slots that are left out
 * @param completeOnly whether only participants count who answered every image of the set
 * @param images the class of images that are selected; null for all
 */
public record Selection(
        SortedSet<Integer> out,
        boolean completeOnly,
        @Nullable ImageClass images) {

    /** The selection of everybody, and of every image. */
    public static final Selection ALL = new Selection(Collections.emptySortedSet(), false, null);

    public Selection {
        out = Collections.unmodifiableSortedSet(new TreeSet<>(out));
    }

    /**
     * Returns the selection that the query of an address states.
     *
     * @param imageClass such as {@code affectnet-fear} or {@code majority-neutral}; null or empty for all
     * @throws Problem 422 if there is no such class
     */
    public static Selection of(@Nullable Collection<Integer> out, boolean completeOnly, @Nullable String imageClass) {
        ImageClass images = imageClass == null || imageClass.isEmpty()
                ? null
                : ImageClass.ofKey(imageClass)
                        .orElseThrow(() -> Problem.invalid(
                                "class",
                                "is affectnet- or majority- and one of the eight expressions, such as affectnet-fear"));
        return new Selection(out == null ? new TreeSet<>() : new TreeSet<>(out), completeOnly, images);
    }

    public boolean isAll() {
        return equals(ALL);
    }

    /** Returns the same selection for another set, without slots that are left out: there, somebody else is in them. */
    public Selection elsewhere() {
        return new Selection(Collections.emptySortedSet(), completeOnly, images);
    }

    /** Returns the same selection for participants who answered every image. */
    public Selection ofComplete() {
        return new Selection(out, true, images);
    }

    /**
     * Returns the selection in words, such as
     * {@code without participant3 and participant7, complete participants only}, or {@code all answers}.
     */
    public String words() {
        List<String> parts = new ArrayList<>();
        if (!out.isEmpty()) {
            List<String> names = out.stream().map(slot -> "participant" + slot).toList();
            int last = names.size() - 1;
            parts.add("without "
                    + (last == 0 ? "" : String.join(", ", names.subList(0, last)) + " and ")
                    + names.get(last));
        }
        if (completeOnly) {
            parts.add("complete participants only");
        }
        if (images != null) {
            parts.add("images of " + images);
        }
        return parts.isEmpty() ? "all answers" : String.join(", ", parts);
    }

    /**
     * Returns the part of an address after its question mark, such as
     * {@code out=3&out=7&complete=true&class=affectnet-fear}; may be empty.
     */
    public String query() {
        StringJoiner query = new StringJoiner("&");
        out.forEach(slot -> query.add("out=" + slot));
        if (completeOnly) {
            query.add("complete=true");
        }
        if (images != null) {
            query.add("class=" + images.key());
        }
        return query.toString();
    }

    /**
     * Returns the part of a file name before its ending, such as {@code _without-3-7_complete_affectnet-fear}; may be
     * empty.
     */
    public String suffix() {
        String without = out.isEmpty()
                ? ""
                : "_without-" + out.stream().map(String::valueOf).collect(Collectors.joining("-"));
        return without + (completeOnly ? "_complete" : "") + (images == null ? "" : "_" + images.key());
    }
}
