package org.c25.predictions;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;
import static org.quicktheories.generators.SourceDSL.longs;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.c25.affect.AffectNetLabel;
import org.c25.affect.Dimension;
import org.c25.affect.Expression;
import org.c25.common.Fault;
import org.c25.common.Problem;
import org.c25.common.Sha256;
import org.c25.comparison.RaterSeries;
import org.c25.sets.Item;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UploadedPredictionsTest {

    /** Ten images, index 100 … 109, whose names need quotes. */
    private static final List<Item> ITEMS = IntStream.range(0, 10)
            .mapToObj(i -> new Item(i + 1, i, 100 + i, "a \"face\", " + i + ".png", AffectNetLabel.UNKNOWN, null))
            .toList();

    private static final String FIRST = "\"a \"\"face\"\", 0.png\"";
    private static final String SECOND = "\"a \"\"face\"\", 1.png\"";
    private static final String EIGHT = "happiness,sadness,surprise,fear,disgust,anger,contempt,neutral";

    private static PredictionsUpload read(String csv, LabelScheme scheme) {
        try {
            return UploadedPredictions.read(new ByteArrayInputStream(csv.getBytes(UTF_8)), ITEMS, scheme);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Image by place, expression, valence and arousal, as {@code 0 fear 0.5 null}. */
    private static List<String> said(String csv, LabelScheme scheme) {
        return read(csv, scheme).predictions().stream()
                .map(one -> one.item().position() + " "
                        + (one.expression() == null ? null : one.expression().english()) + " " + one.valence() + " "
                        + one.arousal())
                .toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "index,expression,valence,arousal\n101,3,0.5,-1\n100,Neutral,,0\n",
                "\uFEFFfilename,valence,expression,arousal\r\n" + SECOND + ",+.5,FEAR,-1.0\r\n" + FIRST
                        + ",,7.0,0e0\r\n",
                "arousal,index,model,filename,valence,expression,model\n-1,101,x," + SECOND + ",5e-1,fear,y\n" + "0,,x,"
                        + FIRST + ", ,7,y\n",
            })
    void imagesGoByIndexOrNameAndExpressionsByCodeOrName(String csv) {
        assertThat(said(csv, LabelScheme.C25)).containsExactlyInAnyOrder("1 fear 0.5 -1.0", "0 neutral null 0.0");
        assertThat(read(csv, LabelScheme.C25).sha256()).isEqualTo(Sha256.of(csv));
    }

    @Test
    void theHighestScoreIsTheExpressionAndTheSmallestCodeOnATie() {
        String csv = "index," + EIGHT + "\n100,0,0,.4,.4,0,0,.2,0\n101,,,,,,,,\n102,-9,-3.5,-4,-5,-6,-7,-8,-9\n";

        assertThat(said(csv, LabelScheme.C25)).containsExactly("0 surprise null null", "2 sadness null null");
    }

    @Test
    void aColumnNamedExpressionCountsAndScoresBesideItDoNot() {
        assertThat(said("index,expression," + EIGHT + "\n100,1,high,0,0,0,0,0,0,0\n", LabelScheme.C25))
                .containsExactly("0 sadness null null");
    }

    /** A file as the trainer writes it: docs/formats.md, "predictions.csv of the trainer". */
    private static final String TRAINER =
            "index,filename,expression,valence,arousal,neutral,happiness,sadness,surprise,"
                    + "fear,disgust,anger,contempt,clamped\n";

    @Test
    void theTrainersFileIsTakenAsItIsWithScoresAndClampedValues() {
        PredictionsUpload read = read(
                TRAINER + "100," + FIRST + ",0,0.7125,0.31,0.01,0.93,0.01,0.02,0.01,0.01,0.005,0.005,\n101," + SECOND
                        + ",3,-1,1,0.02,0.01,0.03,0.2,0.7,0.02,0.01,0.01,valence arousal\n102,,7,0,-1,,,,,,,,,arousal\n",
                LabelScheme.C25);

        List<ImagePrediction> said = read.predictions();
        assertThat(said)
                .extracting(ImagePrediction::expression)
                .containsExactly(Expression.HAPPINESS, Expression.FEAR, Expression.NEUTRAL);
        assertThat(said.get(0).scores()).hasSize(8).containsEntry(Expression.HAPPINESS, .93);
        assertThat(said.get(1).scores()).containsEntry(Expression.FEAR, .7).containsEntry(Expression.NEUTRAL, .02);
        assertThat(said.get(2).scores()).isEmpty();
        assertThat(said)
                .extracting(ImagePrediction::clamped)
                .containsExactly(Set.of(), Set.of(Dimension.VALENCE, Dimension.AROUSAL), Set.of(Dimension.AROUSAL));
        assertThat(said).noneMatch(ImagePrediction::trainedOn);
    }

    @Test
    void aNetOfSevenClassesHasNoColumnContempt() {
        String csv = "filename,expression,neutral,happiness,sadness,surprise,fear,disgust,anger,clamped\n" + FIRST
                + ",7,0.9,0.1,0,0,0,0,0,\n";

        ImagePrediction one = read(csv, LabelScheme.C25).predictions().get(0);

        assertThat(one.expression()).isEqualTo(Expression.NEUTRAL);
        assertThat(one.scores()).hasSize(7).doesNotContainKey(Expression.CONTEMPT);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0,0,0,0.1,0.9,0,0,0,0,0,0,x|clamped",
                "0,0,0,0.1,0.9,0,0,0,0,0,0,valence valence|clamped",
                "0,0,0,0.1,high,0,0,0,0,0,0,|happiness",
                "0,0,0,0.1,0.9,0,,0,0,0,0,|surprise",
                "0,0,0,0.1,1e999,0,0,0,0,0,0,|happiness",
                "0,0,1.5,0.1,0.9,0,0,0,0,0,0,arousal|arousal",
            })
    void inTheTrainersFileEveryCellIsChecked(String cells, String column) {
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> read(TRAINER + "100,," + cells + "\n", LabelScheme.C25))
                .satisfies(problem ->
                        assertThat(problem.faults()).extracting(Fault::column).containsExactly(column));
    }

    @Test
    void whatTheTrainerWroteIsGivenBackWithAllOfIt() {
        String csv = TRAINER + "100," + FIRST + ",0,0.5,1,0.01,0.93,0.01,0.02,0.01,0.01,0.005,0.005,arousal\n";

        String given = written(new ModelPredictions(read(csv, LabelScheme.C25).predictions(), ITEMS.size()));

        assertThat(given)
                .isEqualTo("index,filename,expression,valence,arousal," + EIGHT + ",clamped\r\n100," + FIRST
                        + ",0,0.5,1,0.93,0.01,0.02,0.01,0.01,0.005,0.005,0.01,arousal\r\n");
        assertThat(read(given, LabelScheme.C25).predictions())
                .isEqualTo(read(csv, LabelScheme.C25).predictions());
    }

    @Test
    void affectNetsCodesAreAnotherCountAndTellNoneOfTheEight() {
        String csv = "index,expression,valence,arousal\n100,0,-2,-2\n101,7,0.5,-2\n102,8,0.25,0\n103,10,-2,-2\n";

        assertThat(said(csv, LabelScheme.AFFECTNET))
                .containsExactly("0 neutral null null", "1 contempt 0.5 null", "2 null 0.25 0.0");
        assertThat(read(csv, LabelScheme.AFFECTNET).noneOfEight()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "index,expression;99,1|2|index",
                "index,expression;-1,1|2|index",
                "index,expression;x,1|2|index",
                "index,expression;,1|2|index",
                "filename,expression;,1|2|filename",
                "filename,expression;other.png,1|2|filename",
                "index,filename,expression;100,\"a \"\"face\"\", 1.png\",1|2|index",
                "index,filename,expression;100,other.png,1|2|filename",
                "index,expression;100,1;100,2|3|index",
                "index,expression;100,8|2|expression",
                "index,expression;100,-1|2|expression",
                "index,expression;100,happy|2|expression",
                "index,valence;100,1.01|2|valence",
                "index,valence;100,-2|2|valence",
                "index,arousal;100,1e999|2|arousal",
                "index,arousal;100,0x1p-2|2|arousal",
                "index,expression;100,1,1|2|",
                "index,expression,expression;100,1,1|1|expression",
                "expression;1|1|",
                "index,label;100,1|1|",
                "index,valence,happiness,sadness;100,1,0,1|1|",
                "index,happiness,sadness,surprise,fear,disgust,anger,contempt,neutral;100,1,0,0,0,,0,0,0|2|disgust",
                "index,happiness,sadness,surprise,fear,disgust,anger,contempt,neutral;100,1,0,x,0,0,0,0,0|2|surprise",
            })
    void aFaultIsToldByLineAndColumn(String csv, long line, String column) {
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> read(csv.replace(';', '\n'), LabelScheme.C25))
                .satisfies(problem -> {
                    assertThat(problem.faults()).as(problem.detail()).hasSize(1);
                    assertThat(problem.faults().get(0).field()).isEqualTo("predictions");
                    assertThat(problem.faults().get(0).line()).isEqualTo(line);
                    assertThat(problem.faults().get(0).column()).isEqualTo(column);
                });
    }

    @Test
    void allFaultsAreToldAtOnceUpToAHundredAndHowManyMore() {
        StringBuilder csv = new StringBuilder("index,expression,valence,arousal\n100,9,2,2\n");
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> read(csv.toString(), LabelScheme.C25))
                .satisfies(problem -> assertThat(problem.faults())
                        .extracting(Fault::column)
                        .containsExactly("expression", "valence", "arousal"));
        IntStream.range(0, 500).forEach(i -> csv.append("7,1,0,0\n"));
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> read(csv.toString(), LabelScheme.C25))
                .satisfies(problem -> assertThat(problem.faults())
                        .hasSize(101)
                        .last()
                        .extracting(Fault::message)
                        .isEqualTo("has 403 more faults; mend these first"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "``|is empty: a header",
                "index,expression|is empty: a header",
                "index,expression$100,|says nothing of any image",
                "index!expression$100!1|commas, semicolons or tabs stand between cells",
                "index,expression$100,\"1|can't be read as a CSV",
            })
    void whatIsNoFileOfPredictionsIsRefusedInWords(String csv, String words) {
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> read(csv.replace('$', '\n'), LabelScheme.C25))
                .satisfies(problem -> assertThat(problem.detail()).contains(words));
    }

    @Test
    void whatIsWrittenIsReadAsTheSame() {
        qt().withExamples(200).forAll(longs().all(), integers().between(1, 10)).checkAssert((seed, most) -> {
            RaterSeries said = RaterSeries.silent(ITEMS.size());
            Random random = new Random(seed);
            for (int i = 0; i < most; i++) {
                said.expression()[i] = random.nextInt(9) - 1;
                said.valence()[i] = random.nextInt(4) == 0 ? Double.NaN : random.nextDouble() * 2 - 1;
                said.arousal()[i] = random.nextInt(4) == 0 ? Double.NaN : random.nextGaussian() * 1e-6;
            }
            said.valence()[0] = -1;
            String csv = written(said);

            PredictionsUpload read = read(csv, LabelScheme.C25);

            assertThat(read.predictions()).hasSize(said.answered()).allSatisfy(one -> {
                int image = one.item().position();
                assertThat(one.expression())
                        .isEqualTo(Expression.ofCode(said.expression()[image]).orElse(null));
                assertThat(Objects.requireNonNullElse(one.valence(), Double.NaN))
                        .isEqualTo(Double.valueOf(said.valence()[image]));
                assertThat(Objects.requireNonNullElse(one.arousal(), Double.NaN))
                        .isEqualTo(Double.valueOf(said.arousal()[image]));
            });
            assertThat(csv)
                    .as("every image that it says something of, and no other")
                    .hasLineCount(said.answered() + 1);
        });
    }

    private static @Nullable Double orNone(double value) {
        return Double.isNaN(value) ? null : value;
    }

    private static String written(RaterSeries said) {
        List<ImagePrediction> each = ITEMS.stream()
                .map(item -> new ImagePrediction(
                        item,
                        Expression.ofCode(said.expression()[item.position()]).orElse(null),
                        orNone(said.valence()[item.position()]),
                        orNone(said.arousal()[item.position()])))
                .filter(ImagePrediction::saysSomething)
                .toList();
        return written(new ModelPredictions(each, ITEMS.size()));
    }

    private static String written(ModelPredictions predictions) {
        StringBuilder csv = new StringBuilder();
        try {
            new PredictionsFile(predictions).write(csv);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return csv.toString();
    }
}
