package org.c25.common;

import java.util.Locale;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Pattern;

/** Numbers and gaps as tools write them into the cells of a CSV: pandas, R, Excel and people. */
public final class CsvNumbers {

    private static final Set<String> GAPS =
            Set.of("", "na", "n/a", "<na>", "#n/a", "nan", "null", "none", "-nan", "#null!");

    private static final Pattern WHOLE = Pattern.compile("[+-]?\\d{1,18}(\\.0*)?");
    private static final Pattern DECIMAL = Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d{1,3})?");
    private static final Pattern WITH_COMMA = Pattern.compile("[+-]?\\d*,\\d+");

    /** A number with marks between its thousands, as Excel shows it: 1,234 or 1'234. */
    private static final Pattern GROUPED = Pattern.compile("[+-]?\\d{1,3}(?:[,.'\u2019\\s\\u00a0\\u202f]\\d{3})+");

    private static final Pattern POWER = Pattern.compile("\\d+(\\.\\d+)?[eE][+-]?\\d+");

    private CsvNumbers() {}

    /** Whether a cell says that there is no value: nothing, or a word that a tool writes for nothing. */
    public static boolean isGap(String cell) {
        return GAPS.contains(cell.toLowerCase(Locale.ROOT));
    }

    /** Returns a whole number; pandas writes {@code 1.0} for 1 in a column with gaps. Empty if the cell is none. */
    public static OptionalLong whole(String cell) {
        String text = withPlainMinus(cell);
        return WHOLE.matcher(text).matches()
                ? OptionalLong.of(Long.parseLong(text.replaceAll("\\.0*$", "")))
                : OptionalLong.empty();
    }

    /** Returns a finite number with a decimal point, if any. Empty if the cell is none. */
    public static OptionalDouble decimal(String cell) {
        String text = withPlainMinus(cell);
        double number = DECIMAL.matcher(text).matches() ? Double.parseDouble(text) : Double.NaN;
        return Double.isFinite(number) ? OptionalDouble.of(number) : OptionalDouble.empty();
    }

    private static String withPlainMinus(String cell) {
        return cell.replace('\u2212', '-');
    }

    /**
     * Returns what to say of a cell that is not as it must be.
     *
     * @param rule what it must be, such as {@code is -1 to 1, or empty}
     */
    public static String fault(String rule, String cell) {
        return WITH_COMMA.matcher(cell).matches()
                ? "has a decimal comma: " + cell + "; write " + cell.replace(',', '.')
                : rule + ", not " + cell;
    }

    /** Returns what to say of a cell that is no fitting whole number, as for {@link #fault}. */
    public static String faultOfWhole(String rule, String cell) {
        if (GROUPED.matcher(cell).matches()) {
            return "has marks between its thousands: " + cell + "; write " + cell.replaceAll("[^\\d+-]", "");
        }
        if (POWER.matcher(cell).matches()) {
            return "is written as a power: " + cell
                    + "; give the column the format of a number without decimals in Excel";
        }
        return fault(rule, cell);
    }
}
