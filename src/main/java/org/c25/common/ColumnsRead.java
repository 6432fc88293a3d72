package org.c25.common;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Which columns of a file were read and which were passed over, so that none is dropped in silence.
 *
 * @param read by their names in the file
 * @param passedOver by their names in the file; columns without a name are not among them
 */
public record ColumnsRead(List<String> read, List<String> passedOver) {

    private static final int MOST_NAMED = 12;

    public static ColumnsRead of(CsvTable table, List<String> known) {
        return new ColumnsRead(
                known.stream().filter(table::has).map(table::named).toList(), table.besides(known));
    }

    /** Returns a sentence for people. */
    public String sentence() {
        String sentence = "Columns read: " + listed(read) + ".";
        return passedOver.isEmpty() ? sentence : sentence + " Passed over: " + listed(passedOver) + ".";
    }

    private static String listed(List<String> names) {
        String listed = names.stream().limit(MOST_NAMED).collect(Collectors.joining(", "));
        return names.size() > MOST_NAMED ? listed + " and " + (names.size() - MOST_NAMED) + " more" : listed;
    }
}
