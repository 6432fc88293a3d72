package org.c25.models;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.c25.results.Selection;

/**
 * Which models are compared, on which answers and images: the query of the addresses of their comparison.
 *
 * @param models ids; empty for all models of the set
 * @param selection which answers are looked at
 * @param heldOut whether only those images count on which none of the models was trained
 */
record ComparedQuery(List<Long> models, Selection selection, boolean heldOut) {

    ComparedQuery {
        models = models.stream().distinct().sorted().toList();
    }

    ComparedQuery ofAllAnswers() {
        return new ComparedQuery(models, Selection.ALL, heldOut);
    }

    /** Returns the query with its question mark; empty for all models, answers and images. */
    String text() {
        String query = Stream.concat(
                        models.stream().map(id -> "model=" + id),
                        Stream.of(heldOut ? "heldOut=true" : "", selection.isAll() ? "" : selection.query()))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("&"));
        return query.isEmpty() ? "" : "?" + query;
    }

    /** Returns the ending of the name of a file of it. */
    String suffix() {
        return selection.suffix()
                + (models.isEmpty()
                        ? ""
                        : models.stream().map(String::valueOf).collect(Collectors.joining("-", "_models-", "")))
                + (heldOut ? "_held-out" : "");
    }
}
