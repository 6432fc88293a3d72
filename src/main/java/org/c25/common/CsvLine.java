package org.c25.common;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import org.jspecify.annotations.Nullable;

/**
 * Writes the lines of a CSV, with commas between the cells and CRLF at the end (RFC 4180). It quotes only where quotes
 * are needed, and writes an empty cell for null and NaN. Each line is put together in the same buffer, since a file may
 * have millions of lines.
 */
public final class CsvLine {

    private static final String END = "\r\n";
    private static final int DIGITS_SURE = 15;
    private static final int DIGITS_EXACT = 17;
    private static final double WHOLE = 1e15;

    private final Appendable out;
    private final StringBuilder line = new StringBuilder();
    private boolean begun;

    public CsvLine(Appendable out) {
        this.out = out;
    }

    public CsvLine add(@Nullable Object cell) {
        if (cell instanceof Double number) {
            next().append(text(number));
        } else {
            add(cell == null ? null : cell.toString());
        }
        return this;
    }

    public CsvLine add(@Nullable String cell) {
        next();
        if (cell != null) {
            addQuotedIfNeeded(cell);
        }
        return this;
    }

    public CsvLine add(long cell) {
        next().append(cell);
        return this;
    }

    public CsvLine add(double cell) {
        next().append(text(cell));
        return this;
    }

    public CsvLine addAll(Iterable<?> cells) {
        for (Object cell : cells) {
            add(cell);
        }
        return this;
    }

    /** Begins the next cell, and returns the buffer for callers that write their own digits into it. */
    public StringBuilder next() {
        if (begun) {
            line.append(',');
        }
        begun = true;
        return line;
    }

    public void end() throws IOException {
        out.append(line.append(END));
        drop();
    }

    /** Forgets the cells of the line so far. */
    public void drop() {
        line.setLength(0);
        begun = false;
    }

    /**
     * Returns the fewest digits that read back as the same number; an empty text for NaN. Every Java writes the same.
     */
    public static String text(double number) {
        if (Double.isNaN(number)) {
            return "";
        }
        if (number == (long) number && Math.abs(number) < WHOLE) {
            return Long.toString((long) number);
        }
        BigDecimal exact = new BigDecimal(number);
        for (int digits = DIGITS_SURE; digits < DIGITS_EXACT; digits++) {
            BigDecimal rounded = exact.round(new MathContext(digits));
            if (rounded.doubleValue() == number) {
                return plain(rounded);
            }
        }
        return plain(exact.round(new MathContext(DIGITS_EXACT)));
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    private void addQuotedIfNeeded(String text) {
        if (isPlain(text)) {
            line.append(text);
        } else {
            line.append('"').append(text.replace("\"", "\"\"")).append('"');
        }
    }

    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == ',' || c == '"' || c == '\r' || c == '\n') {
                return false;
            }
        }
        return true;
    }
}
