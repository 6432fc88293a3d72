package org.c25.export;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.arbitrary;
import static org.quicktheories.generators.SourceDSL.integers;
import static org.quicktheories.generators.SourceDSL.lists;
import static org.quicktheories.generators.SourceDSL.longs;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.c25.affect.AffectNetLabel;
import org.c25.affect.Expression;
import org.c25.affect.Step;
import org.c25.common.CsvLine;
import org.c25.common.Fault;
import org.c25.ratings.RatingMatrix;
import org.c25.sets.Item;
import org.c25.testing.Texts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quicktheories.core.Gen;

class C25FileTest {

    /** Of anything, and of what CSV quotes. */
    private static final Gen<String> NAMES =
            Texts.any(1, 12).mix(Texts.of("a,\";' \r\n가", 1, 12)).map(name -> name.isBlank() ? "a" : name);

    @Test
    void whatIsWrittenIsReadAndWrittenAgainToTheByte() {
        qt().withExamples(300)
                .forAll(
                        lists().of(NAMES).ofSizeBetween(1, 40).map(C25FileTest::distinct),
                        integers().between(1, 30),
                        arbitrary().enumValues(C25Dimension.class),
                        longs().all())
                .checkAssert((names, capacity, dimension, seed) -> {
                    List<Item> items = items(names);
                    Random random = new Random(seed);
                    int[][] values = new int[items.size()][capacity];
                    for (int[] row : values) {
                        Arrays.setAll(
                                row, slot -> random.nextInt(dimension.texts().size() + 1) - 1);
                    }
                    String written = write(dimension, items, values, capacity);

                    List<Fault> faults = new ArrayList<>();
                    int[][] read = read(dimension, written, items, capacity, faults);

                    assertThat(faults).isEmpty();
                    assertThat(read).isDeepEqualTo(values);
                    assertThat(write(dimension, items, read, capacity)).isEqualTo(written);
                });
    }

    private static List<String> distinct(List<String> names) {
        return names.stream().distinct().toList();
    }

    private static List<Item> items(List<String> names) {
        List<Item> items = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            items.add(new Item(i, i, 17L * i, names.get(i), AffectNetLabel.UNKNOWN, null));
        }
        return items;
    }

    private static int[][] read(
            C25Dimension dimension, String text, List<Item> items, int capacity, List<Fault> faults) {
        try {
            return C25File.read(dimension, new ByteArrayInputStream(text.getBytes(UTF_8)), items, capacity, faults);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String write(C25Dimension dimension, List<Item> items, int[][] values, int capacity) {
        StringBuilder out = new StringBuilder();
        try {
            write(dimension, items, values, capacity, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString();
    }

    private static void write(C25Dimension dimension, List<Item> items, int[][] values, int capacity, StringBuilder out)
            throws IOException {
        C25Csv csv = new C25Csv(dimension, out);
        new CsvLine(out)
                .addAll(C25Csv.columns(dimension, capacity).stream()
                        .map(Column::name)
                        .toList())
                .end();
        for (int i = 0; i < items.size(); i++) {
            csv.row(items.get(i), cells(dimension, values[i]));
        }
    }

    private static RatingMatrix.Cell[] cells(C25Dimension dimension, int[] row) {
        return Arrays.stream(row)
                .mapToObj(value -> value < 0 ? null : cell(dimension, value))
                .toArray(RatingMatrix.Cell[]::new);
    }

    private static RatingMatrix.Cell cell(C25Dimension dimension, int value) {
        return switch (dimension) {
            case EXPRESSION -> new RatingMatrix.Cell(Expression.all().get(value), null, null);
            case VALENCE -> new RatingMatrix.Cell(null, Step.values().get(value), null);
            case AROUSAL -> new RatingMatrix.Cell(null, null, Step.values().get(value));
        };
    }

    @Test
    void aLineEndsInCrLfAndHasNoQuotesWhereNoneAreNeeded() {
        assertThat(write(
                        C25Dimension.VALENCE,
                        items(List.of("a b'.jpg", "a,b.jpg", "a\"b.jpg", "얼굴.PNG")),
                        new int[][] {{0, 4}, {8, -1}, {-1, -1}, {3, 5}},
                        2))
                .isEqualTo("index,filename,participant0,participant1\r\n"
                        + "0,a b'.jpg,-1.0,0.0\r\n"
                        + "17,\"a,b.jpg\",1.0,\r\n"
                        + "34,\"a\"\"b.jpg\",,\r\n"
                        + "51,얼굴.PNG,-0.25,0.25\r\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "index,filename,participant0;0,a.jpg,0.0;17,b.jpg,0|3|participant0",
                "index,filename,participant0;0,a.jpg,-0.0;17,b.jpg,1.0|2|participant0",
                "index,filename,participant0;0,a.jpg,0.30;17,b.jpg,1.0|2|participant0",
                "index,filename,participant0;0,a.jpg,0.0;18,b.jpg,1.0|3|index",
                "index,filename,participant0;0,a.jpg,0.0;17,c.jpg,1.0|3|filename",
                "index,filename,participant1;0,a.jpg,0.0;17,b.jpg,1.0|1|-",
                "index,filename;0,a.jpg;17,b.jpg|1|-",
                "index,filename,participant0;0,a.jpg;17,b.jpg,1.0|2|-",
                "index,filename,participant0;0,a.jpg,0.0,0.0;17,b.jpg,1.0|2|-",
                "index,filename,participant0;0,a.jpg,0.0;17,b.jpg,1.0;34,c.jpg,1.0|4|-",
                "index,filename,participant0;0,a.jpg,0.0|-|-",
            })
    void aFaultIsToldByLineAndColumn(String text, Long line, String column) {
        List<Fault> faults = new ArrayList<>();

        read(C25Dimension.VALENCE, text.replace(";", "\r\n") + "\r\n", items(List.of("a.jpg", "b.jpg")), 1, faults);

        assertThat(faults).hasSize(1);
        assertThat(faults.get(0).field()).isEqualTo("valence");
        assertThat(faults.get(0).line()).isEqualTo(line);
        assertThat(faults.get(0).column()).isEqualTo(column);
    }
}
