package org.c25.trainer.predict;

import java.util.List;
import org.c25.trainer.Problem;
import org.jspecify.annotations.Nullable;

/**
 * Where something stands among the outputs of a network.
 *
 * @param output the output's name; null to take it by its number
 * @param number the output's number, from 0
 * @param column the first of its columns, from 0
 */
record Place(@Nullable String output, int number, int column) {

    /** By name, from its first column. */
    static Place named(String output) {
        return new Place(output, 0, 0);
    }

    /** In the first output, from this column on. */
    static Place column(int column) {
        return new Place(null, 0, column);
    }

    /**
     * Reads {@code OUTPUT} or {@code OUTPUT:COLUMN}, the output being a name or a number from 0.
     *
     * @throws Problem if the column is no number
     */
    static Place parse(String text) {
        int colon = text.lastIndexOf(':');
        String output = colon < 0 ? text : text.substring(0, colon);
        String column = colon < 0 ? "0" : text.substring(colon + 1);
        if (output.isEmpty() || !column.matches("\\d{1,6}")) {
            throw new Problem("An output is named as NAME, NUMBER, NAME:COLUMN or NUMBER:COLUMN, counted from 0, not "
                    + text + ".");
        }
        return output.matches("\\d{1,6}")
                ? new Place(null, Integer.parseInt(output), Integer.parseInt(column))
                : new Place(output, 0, Integer.parseInt(column));
    }

    /**
     * Returns the output in which it stands.
     *
     * @throws Problem if there is none, or it has no row for each picture
     */
    Output in(List<Output> outputs, int images) {
        Output found = output == null
                ? number < outputs.size() ? outputs.get(number) : null
                : outputs.stream()
                        .filter(one -> output.equals(one.name()))
                        .findFirst()
                        .orElse(null);
        if (found == null) {
            throw new Problem("The network has no output " + this + ". It has " + outputs + ".");
        }
        if (!found.isOfEach(images)) {
            throw new Problem("The output " + found + " has no row for each of " + images + " images.");
        }
        return found;
    }

    @Override
    public String toString() {
        return (output == null ? String.valueOf(number) : output) + (column == 0 ? "" : ":" + column);
    }
}
