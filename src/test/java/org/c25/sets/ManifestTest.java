package org.c25.sets;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
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

        assertThat(reading.faults()).isEmpty();
        assertThat(reading.rows())
                .extracting(ManifestRow::index, ManifestRow::filename, ManifestRow::line, ManifestRow::label)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(7L, "a.jpg", 2L, AffectNetLabel.UNKNOWN),
                        org.assertj.core.groups.Tuple.tuple(3L, "b.PNG", 3L, AffectNetLabel.UNKNOWN));
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
                "1,a.jpg,0,0,NaN|2|arousal",
                "1,a.jpg,0,0|2|",
                "1,a.jpg,0,0,0,0|2|",
            })
    void aFaultIsToldByLineAndColumn(String rows, long line, String column) throws IOException {
        List<Fault> faults = read("index,filename,expression,valence,arousal\n" + rows.replace(';', '\n'))
                .faults();

        assertThat(faults).hasSize(1);
        assertThat(faults.get(0).field()).isEqualTo("manifest");
        assertThat(faults.get(0).line()).isEqualTo(line);
        assertThat(faults.get(0).column()).isEqualTo(column);
    }

    @Test
    void everyFaultIsToldAtOnce() throws IOException {
        assertThat(read("index,filename\nx,\n1,a.jpg\n1,a.jpg\n").faults())
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
}
