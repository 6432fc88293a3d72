package org.c25.web;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import org.jspecify.annotations.Nullable;

/**
 * Writes cells, with commas between them and CRLF at the end (RFC 4180): quotes only where they are needed, an empty cell
 * for what is not there.
 */
public final class CsvLine {

    private static final String END = "\r\n";
    private static final int DIGITS_SURE = 15;
    private static final int DIGITS_EXACT = 17;

    private final Appendable out;
    private boolean begun;

    public CsvLine(Appendable out) {
        this.out = out;
    }

    public CsvLine add(@Nullable Object cell) throws IOException {
        if (begun) {
            out.append(',');
        }
        begun = true;
        if (cell instanceof Double number) {
            out.append(text(number));
        } else if (cell != null) {
            out.append(quotedIfNeeded(cell.toString()));
        }
        return this;
    }

    public CsvLine addAll(Iterable<?> cells) throws IOException {
        for (Object cell : cells) {
            add(cell);
        }
        return this;
    }

    public void end() throws IOException {
        out.append(END);
        begun = false;
    }

    /** The fewest digits that read back as the same number; empty for none. Every Java writes the same. */
    public static String text(double number) {
        if (Double.isNaN(number)) {
            return "";
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

    private static String quotedIfNeeded(String text) {
        boolean needed = text.chars().anyMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n');
        return needed ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }
}
