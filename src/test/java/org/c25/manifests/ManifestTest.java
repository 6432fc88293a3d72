package org.c25.manifests;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HexFormat;
import java.util.List;
import org.c25.affect.AffectNetLabel;
import org.c25.common.Fault;
import org.c25.common.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ManifestTest {

    private static Manifest.Reading read(String csv) throws IOException {
        return Manifest.read(new ByteArrayInputStream(csv.getBytes(UTF_8)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "index,filename\n7,a.jpg\n3,b.PNG\n",
                "index,filename\r\n7,a.jpg\r\n3,b.PNG\r\n",
                "\uFEFFindex,filename\n7,a.jpg\n3,b.PNG",
                "filename,index\na.jpg,7\n\"b.PNG\",3\n",
                "index,filename,,,note,note\n7,a.jpg,,,,\n3,b.PNG,,,,\n",
                "index,filename,participant0,note\n7,a.jpg,3,\"so, so\"\n3,b.PNG,,\n",
            })
    void rowsKeepTheirOrderHoweverTheFileIsWritten(String csv) throws IOException {
        Manifest.Reading reading = read(csv);

        assertThat(reading.faults().told()).isEmpty();
        assertThat(reading.rows())
                .extracting(ManifestRow::index, ManifestRow::filename, ManifestRow::line, ManifestRow::label)
                .containsExactly(
                        tuple(7L, "a.jpg", 2L, AffectNetLabel.UNKNOWN), tuple(3L, "b.PNG", 3L, AffectNetLabel.UNKNOWN));
    }

    @Test
    void affectNetsOwnLabelsAreTaken() throws IOException {
        assertThat(read("index,filename,expression,valence,arousal\n0,a.jpg,10,-2,-2\n1,b.jpg,3,-0.25,1\n2,c.jpg,,,\n")
                        .rows())
                .extracting(ManifestRow::label)
                .containsExactly(
                        new AffectNetLabel(10, -2.0, -2.0), new AffectNetLabel(3, -0.25, 1.0), AffectNetLabel.UNKNOWN);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1,a.jpg,0,0,0;1,b.jpg,0,0,0|3|index",
                "1,a.jpg,0,0,0;2,a.jpg,0,0,0|3|filename",
                "x,a.jpg,0,0,0|2|index",
                "-1,a.jpg,0,0,0|2|index",
                "1.5,a.jpg,0,0,0|2|index",
                ",a.jpg,0,0,0|2|index",
                "1,,0,0,0|2|filename",
                "1,folder/a.jpg,0,0,0|2|filename",
                "1,\"a.jpg,0,0,0;2,b.jpg\",0,0,0|2|filename",
                "1,a.jpg,11,0,0|2|expression",
                "1,a.jpg,happy,0,0|2|expression",
                "1,a.jpg,0,1.1,0|2|valence",
                "1,a.jpg,0,0,\"0,5\"|2|arousal",
                "1,a.jpg,0,0,1e999|2|arousal",
                "1,a.jpg,0,0|2|",
                "1,a.jpg,0,0,0,0|2|",
            })
    void aFaultIsToldByLineAndColumn(String rows, long line, String column) throws IOException {
        List<Fault> faults = read("index,filename,expression,valence,arousal\n" + rows.replace(';', '\n'))
                .faults()
                .told();

        assertThat(faults).hasSize(1);
        assertThat(faults.get(0).field()).isEqualTo("manifest");
        assertThat(faults.get(0).line()).isEqualTo(line);
        assertThat(faults.get(0).column()).isEqualTo(column);
    }

    @Test
    void everyFaultIsToldAtOnce() throws IOException {
        assertThat(read("index,filename\nx,\n1,a.jpg\n1,a.jpg\n").faults().told())
                .extracting(Fault::place)
                .containsExactlyInAnyOrder(
                        "manifest, line 2, index",
                        "manifest, line 2, filename",
                        "manifest, line 4, index",
                        "manifest, line 4, filename");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "index,filename\n",
                "index,name\n1,a.jpg\n",
                "index,filename,index\n1,a.jpg,1\n",
                "1,a.jpg\n2,b.jpg\n",
                "index,filename\n1,\"a\"b.jpg\n",
                "index,filename\n1,\"a.jpg\n"
            })
    void whatIsNoManifestIsRefused(String csv) {
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> read(csv))
                .satisfies(problem ->
                        assertThat(problem.faults()).isNotEmpty().allMatch(fault -> "manifest".equals(fault.field())));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "index;filename;expression\n1;a.png;3\n",
                "index\tfilename\texpression\n1\ta.png\t3\n",
                "sep=;\r\nindex;filename;expression\r\n1;a.png;3\r\n",
                "\uFEFFsep=,\nindex,filename,expression\n1,a.png,3\n",
                " Index ,\u00a0FileName,EXPRESSION\n1.0, a.png ,3.0\n",
                "index,filename,expression,,\n1,a.png,3,,\n,,,,\n,,,,\n",
                "index,filename,expression\r1,a.png,surprise\r",
                "\"index\",\"filename\",\"Expression\"\n\"1\",\"a.png\",\"Surprise\"\n",
            })
    void aManifestIsReadAsToolsWriteIt(String csv) throws IOException {
        Manifest.Reading reading = read(csv);

        assertThat(reading.faults().told()).isEmpty();
        assertThat(reading.rows())
                .extracting(ManifestRow::index, ManifestRow::filename, ManifestRow::label)
                .containsExactly(tuple(1L, "a.png", new AffectNetLabel(3, null, null)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "NA", "NaN", "nan", "NULL", "None", "<NA>", "#N/A", "N/A"})
    void whatToolsWriteForNothingIsNothing(String gap) throws IOException {
        assertThat(read("index,filename,expression,valence\n1,a.png," + gap + "," + gap + "\n")
                        .rows())
                .extracting(ManifestRow::label)
                .containsExactly(AffectNetLabel.UNKNOWN);
    }

    @Test
    void aDecimalCommaIsNamed() throws IOException {
        assertThat(read("index;filename;valence\n1;a.png;0,25\n").faults().told())
                .extracting(Fault::toString)
                .containsExactly("manifest, line 2, valence: has a decimal comma: 0,25; write 0.25");
    }

    @Test
    void theLineOfAFaultCountsExcelsLine() throws IOException {
        assertThat(read("sep=,\nindex,filename\nx,a.png\n").faults().told())
                .extracting(Fault::line)
                .containsExactly(3L);
    }

    @Test
    void whatWasReadAndPassedOverIsTold() throws IOException {
        assertThat(read("index,filename,Valence,label,,participant0\n1,a.png,0.5,3,,\n")
                        .columns()
                        .sentence())
                .isEqualTo("Columns read: index, filename, Valence. Passed over: label, participant0.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "index,filename,expression,expression_votes,expression_share,expression_tie\n1,a.png,0,3,1,0\n",
                "set,index,filename,participant,trial,repeat,expression\n1,1,a.png,0,0,0,0\n",
                "index,filename,expression,valence,arousal,clamped\n1,a.png,0,0,0,\n"
            })
    void aFileOfC25sOwnCodesIsNoManifest(String csv) {
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> read(csv))
                .withMessageContaining("0 is happiness there and neutral here");
    }

    @Test
    void ofManyFaultsAHundredAreToldAndHowManyMore() throws IOException {
        StringBuilder csv = new StringBuilder("index,filename\n");
        for (int i = 0; i < 250; i++) {
            csv.append("x,").append(i).append(".png\n");
        }
        Manifest.Reading reading = read(csv.toString());

        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> reading.faults().refuseIfAny())
                .satisfies(problem -> assertThat(problem.faults())
                        .hasSize(101)
                        .last()
                        .extracting(Fault::message)
                        .isEqualTo("has 150 more faults; mend these first"))
                .withMessageContaining("and 247 more");
    }

    @ParameterizedTest
    @CsvSource({
        "504b030414000600, is a workbook", "d0cf11e0a1b11ae1, is a workbook", "fffe690000, is in UTF-16",
        "1f8b0800, is packed by gzip", "69006e0064006500, no text", "b0a1b0a1, not in UTF-8"
    })
    void whatIsNoTextHearsWhatItIs(String hex, String words) {
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() ->
                        Manifest.read(new ByteArrayInputStream(HexFormat.of().parseHex(hex))))
                .withMessageContaining(words);
    }
}
