package org.c25.trainer.predict;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.c25.trainer.answers.Expressions;
import org.jspecify.annotations.Nullable;

/**
 * Writes {@code predictions.csv} as the Models page takes it: a line an image; {@code index} where it is known;
 * {@code filename}; {@code expression} as C25 code; {@code valence} and {@code arousal} on −1 … 1; the probability of each
 * expression by its English word; and in {@code clamped} which of the two values lay outside. What a network doesn't say has no
 * column.
 */
final class PredictionsCsv {

    /** The columns of the class scores: neutral first, as AffectNet has them. */
    private static final List<Integer> SCORES = IntStream.range(0, Expressions.COUNT)
            .map(Expressions::ofAffectNet)
            .boxed()
            .toList();

    /** More digits differ between machines. */
    private static final MathContext DIGITS = new MathContext(6);

    private final Readout readout;
    private final boolean indexed;

    private PredictionsCsv(Readout readout, boolean indexed) {
        this.readout = readout;
        this.indexed = indexed;
    }

    /** Returns the bytes of the file. */
    static byte[] of(List<Prediction> predictions, Readout readout) {
        boolean indexed = predictions.stream().anyMatch(one -> one.item().index() != null);
        PredictionsCsv lines = new PredictionsCsv(readout, indexed);
        StringWriter text = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text)) {
            csv.writeRecord(lines.header());
            predictions.forEach(one -> csv.writeRecord(lines.line(one)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private List<String> header() {
        List<String> columns = new ArrayList<>();
        if (indexed) {
            columns.add("index");
        }
        columns.add("filename");
        if (readout.expression() != null) {
            columns.add("expression");
        }
        if (readout.valence() != null) {
            columns.add("valence");
        }
        if (readout.arousal() != null) {
            columns.add("arousal");
        }
        codes().forEach(code -> columns.add(Expressions.NAMES.get(code)));
        if (readout.hasValues()) {
            columns.add("clamped");
        }
        return columns;
    }

    private List<Integer> codes() {
        return readout.expression() == null
                ? List.of()
                : SCORES.stream().filter(readout.classes()::contains).toList();
    }

    private List<String> line(Prediction one) {
        Reading said = one.reading();
        List<String> cells = new ArrayList<>();
        if (indexed) {
            cells.add(Objects.requireNonNullElse(one.item().index(), ""));
        }
        cells.add(one.item().filename());
        if (readout.expression() != null) {
            cells.add(String.valueOf(said.expression()));
        }
        if (readout.valence() != null) {
            cells.add(number(said.valence()));
        }
        if (readout.arousal() != null) {
            cells.add(number(said.arousal()));
        }
        double @Nullable [] scores = said.scores();
        if (scores != null) {
            codes().forEach(code -> cells.add(number(scores[code])));
        }
        if (readout.hasValues()) {
            cells.add(clamped(said));
        }
        return cells;
    }

    private static String clamped(Reading said) {
        List<String> which = new ArrayList<>();
        if (said.isValenceClamped()) {
            which.add("valence");
        }
        if (said.isArousalClamped()) {
            which.add("arousal");
        }
        return String.join(" ", which);
    }

    private static String number(@Nullable Double value) {
        BigDecimal rounded =
                new BigDecimal(Objects.requireNonNull(value)).round(DIGITS).stripTrailingZeros();
        return rounded.scale() <= 0 ? rounded.toPlainString() : rounded.toString();
    }
}
