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
import org.c25.common.CsvText;
import org.c25.common.Fault;
import org.c25.ratings.RatingMatrix;
import org.c25.sets.Item;
import org.c25.testing.Texts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.quicktheories.core.Gen;

class C25FileTest {

    /** Of anything, and of what CSV quotes. */
    private static final Gen<String> NAMES = Texts.any(1, 12)
            .mix(Texts.of("a,\";' \r\n가", 1, 12))
            .map(name -> name.replace("\0", ""))
            .map(name -> CsvText.clean(name).isEmpty() ? "a" : name);

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

                    C25File.Content content = read(dimension, written, items, capacity);
                    int[][] read = content.values();

                    assertThat(content.faults().told()).isEmpty();
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

    private static C25File.Content read(C25Dimension dimension, String text, List<Item> items, int capacity) {
        try {
            return C25File.read(dimension, new ByteArrayInputStream(text.getBytes(UTF_8)), items, capacity);
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
                .addAll(C25Csv.columns(dimension, capacity, "slot ").stream()
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
                "index,filename,participant0;0,a.jpg,0.0;17,b.jpg,0.1|3|participant0",
                "index,filename,participant0;0,a.jpg,x;17,b.jpg,1.0|2|participant0",
                "index,filename,participant0;0,a.jpg,0.30;17,b.jpg,1.0|2|participant0",
                "index,filename,participant0;0,a.jpg,0.0;18,b.jpg,1.0|3|index",
                "index,filename,participant0;0,a.jpg,0.0;17,c.jpg,1.0|3|filename",
                "index,filename,partcipant0;0,a.jpg,0.0;17,b.jpg,1.0|1|partcipant0",
                "index,filename;0,a.jpg;17,b.jpg|1|participant0",
                "index,filename,participant0;0,a.jpg;17,b.jpg,1.0|2|-",
                "index,filename,participant0;0,a.jpg,0.0,0.0;17,b.jpg,1.0|2|-",
                "index,filename,participant0;0,a.jpg,0.0;17,b.jpg,1.0;34,c.jpg,1.0|4|-",
                "index,filename,participant0;0,a.jpg,0.0|-|-",
            })
    void aFaultIsToldByLineAndColumn(String text, Long line, String column) {
        List<Fault> faults = read(
                        C25Dimension.VALENCE, text.replace(";", "\r\n") + "\r\n", items(List.of("a.jpg", "b.jpg")), 1)
                .faults()
                .told();

        assertThat(faults).hasSize(1);
        assertThat(faults.get(0).field()).isEqualTo("valence");
        assertThat(faults.get(0).line()).isEqualTo(line);
        assertThat(faults.get(0).column()).isEqualTo(column);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "index,filename,participant0\n0,a.jpg,-1\n17,b.jpg,0\n",
                "index,filename,participant0,,\n0.0,a.jpg,-1.00,,\n17.0,b.jpg,-0.0,,\n,,,,\n",
                "sep=;\nIndex;Filename;Participant0\n0;a.jpg;-1.\n17;b.jpg;+0\n"
            })
    void answersAreTakenAsToolsLeaveThem(String text) {
        C25File.Content content = read(C25Dimension.VALENCE, text, items(List.of("a.jpg", "b.jpg")), 1);

        assertThat(content.faults().told()).isEmpty();
        assertThat(content.values()).isDeepEqualTo(new int[][] {{0}, {4}});
    }

    @ParameterizedTest
    @ValueSource(strings = {"NA", "NaN", "NULL", ""})
    void whatToolsWriteForNothingIsNoAnswer(String gap) {
        String text = "index,filename,participant0\n0,a.jpg,3\n17,b.jpg," + gap + "\n";

        assertThat(read(C25Dimension.EXPRESSION, text, items(List.of("a.jpg", "b.jpg")), 1)
                        .values())
                .isDeepEqualTo(new int[][] {{3}, {-1}});
    }

    @Test
    void theFirstWrongColumnIsQuotedAndWhatItShouldBe() {
        assertThat(read(C25Dimension.EXPRESSION, "index,filename,partcipant0\n0,a.jpg,3\n", items(List.of("a.jpg")), 1)
                        .faults()
                        .told())
                .extracting(Fault::message)
                .first()
                .asString()
                .startsWith("is in column 3 of the header, where participant0 should be");
    }
}
