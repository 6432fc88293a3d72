package org.c25.affectnet;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.c25.affect.Expression;
import org.c25.common.Fault;
import org.c25.common.Problem;
import org.c25.images.FaceBox;
import org.c25.testing.AffectNet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TrainingCsvTest {

    private static List<TrainingRow> read(String csv) throws IOException {
        List<TrainingRow> rows = new ArrayList<>();
        int count = TrainingCsv.read("training", new ByteArrayInputStream(csv.getBytes(UTF_8)), rows::add);
        assertThat(rows).hasSize(count);
        return rows;
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n"})
    void everyRowKeepsItsIndexAndAllButItsLandmarks(String end) throws IOException {
        String csv = "\uFEFF" + AffectNet.HEADER
                + "689/ab.JPG,134,-3,899,900,181.64;530.91;1;2,1,0.785714,-0.055556\n\n"
                + "2/cd.png,0,0,20,30,5;6,10,-2,-2\n";

        assertThat(read(csv.replace("\n", end)))
                .containsExactly(
                        new TrainingRow(
                                0, 2, "689/ab.JPG", new FaceBox(134, -3, 899, 900), (byte) 1, 0.785714, -0.055556),
                        new TrainingRow(1, 4, "2/cd.png", new FaceBox(0, 0, 20, 30), (byte) 10, -2, -2));
    }

    @Test
    void aRowKnowsItsFileNameAndItsClass() throws IOException {
        List<TrainingRow> rows = read(AffectNet.HEADER + AffectNet.row("a/b.jpg", 9, 0) + AffectNet.row("c.jpg", 9, 8));

        assertThat(rows).extracting(TrainingRow::filename).containsExactly("b.jpg", "c.jpg");
        assertThat(rows.get(0).asExpression()).contains(Expression.NEUTRAL);
        assertThat(rows.get(1).asExpression()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"NULL,NULL,NULL,NULL", ",,,", "1,1,0,9", "1,1,9,-1", "1,1,9,NULL"})
    void aFaceWithoutABoxIsRead(String box) throws IOException {
        assertThat(read(AffectNet.HEADER + "1/a.jpg," + box + ",,9,-2,-2\n")
                        .get(0)
                        .box())
                .isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/a.jpg,1,1,9,9,,0,0,0|subDirectory_filePath",
                "../a.jpg,1,1,9,9,,0,0,0|subDirectory_filePath",
                "1/../../a.jpg,1,1,9,9,,0,0,0|subDirectory_filePath",
                "1\\a.jpg,1,1,9,9,,0,0,0|subDirectory_filePath",
                "1/,1,1,9,9,,0,0,0|subDirectory_filePath",
                ",1,1,9,9,,0,0,0|subDirectory_filePath",
                "1/a.jpg,x,1,9,9,,0,0,0|face_x",
                "1/a.jpg,1,1.5,9,9,,0,0,0|face_y",
                "1/a.jpg,1,1,99999999999,9,,0,0,0|face_width",
                "1/a.jpg,1,1,9,wide,,0,0,0|face_height",
                "1/a.jpg,1,1,9,9,,11,0,0|expression",
                "1/a.jpg,1,1,9,9,,,0,0|expression",
                "1/a.jpg,1,1,9,9,,0,1.1,0|valence",
                "1/a.jpg,1,1,9,9,,0,0,NaN|arousal",
                "1/a.jpg,1,1,9,9,,0,0|",
                "1/a.jpg,1,1,9,9,,0,0,0,0|",
            })
    void aFaultIsToldByLineAndColumn(String row, String column) {
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> read(AffectNet.HEADER + AffectNet.row("1/good.jpg", 9, 0) + row + "\n"))
                .satisfies(problem -> {
                    assertThat(problem.faults()).hasSize(1);
                    assertThat(problem.faults().get(0).field()).isEqualTo("training");
                    assertThat(problem.faults().get(0).line()).isEqualTo(3);
                    assertThat(problem.faults().get(0).column()).isEqualTo(column);
                });
    }

    @Test
    void aHundredFaultsAreToldAndHowManyMore() {
        String csv = AffectNet.HEADER + "1/a.jpg,1,1,9,9,,11,0,0\n".repeat(5000);

        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> read(csv))
                .satisfies(problem -> assertThat(problem.faults())
                        .hasSize(101)
                        .last()
                        .extracting(Fault::message)
                        .isEqualTo("has 4900 more faults; mend these first"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "index,filename;1,a.jpg|is not AffectNet",
                "subDirectory_filePath,face_x,face_y,face_width,expression,valence,arousal;a|lacks face_height",
                "''|is empty",
                "1/a.jpg,1,1,9,9,,0,0,0|has no header",
                "\"unclosed|be read as a CSV",
            })
    void whatIsNotAffectNetsIsRefusedInWords(String csv, String words) {
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> read(csv.replace(';', '\n')))
                .satisfies(problem -> assertThat(problem.detail()).contains(words));
    }

    @Test
    void aHeaderAloneIsEmpty() {
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> read(AffectNet.HEADER))
                .satisfies(problem -> assertThat(problem.detail()).contains("is empty"));
    }

    @Test
    void rowsOfAffectNetsKindAreReadWhole() throws IOException {
        StringBuilder csv = new StringBuilder();
        AffectNet.write(500, csv);

        List<TrainingRow> rows = read(csv.toString());

        assertThat(rows).hasSize(500).extracting(TrainingRow::filename).doesNotHaveDuplicates();
        assertThat(rows.get(499).expression()).isEqualTo((byte) (499 % 11));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "subDirectory_filePath,face_x,face_y,face_width,face_height,facial_landmarks,expression,valence,arousal\n"
                        + "1/a.jpg,12.0,3.0,100.0,80.0,1;2,1.0,0.5,0.25\n,,,,,,,,\n",
                "sep=;\nAROUSAL;valence;expression;face_height;face_width;face_y;face_x; subDirectory_filePath \n"
                        + "0.25;0.5;1;80;100;3;12;1/a.jpg\n",
                ",subDirectory_filePath,face_x,face_y,face_width,face_height,facial_landmarks,expression,valence,arousal,,\n"
                        + "0,1/a.jpg,12,3,100,80,1;2,1,0.5,0.25,,\n"
            })
    void trainingCsvIsReadAsToolsWriteIt(String csv) throws IOException {
        assertThat(read(csv))
                .containsExactly(new TrainingRow(
                        0, csv.startsWith("sep") ? 3 : 2, "1/a.jpg", new FaceBox(12, 3, 100, 80), (byte) 1, 0.5, 0.25));
    }

    @ParameterizedTest
    @ValueSource(strings = {"NULL", "", "NaN", "NA", "null"})
    void aBoxThatIsNotThereIsNone(String gap) throws IOException {
        String box = (gap + ",").repeat(4);
        assertThat(read(AffectNet.HEADER + "1/a.jpg," + box + ",1,0.5,0.25\n"))
                .extracting(TrainingRow::box)
                .containsExactly((FaceBox) null);
    }
}
