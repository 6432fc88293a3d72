package org.c25.affectnet;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.c25.affect.Expression;
import org.c25.common.Problem;
import org.c25.images.FaceBox;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PredictionsCsvTest {

    /** Four happy faces, 0.jpg … 3.jpg, of which the one that the models contradict most is chosen. */
    private static ChosenImages read(String csv, SelectionRule rule) throws IOException {
        Candidates candidates =
                new Candidates(new SelectionCriteria(rule, Set.of(Expression.HAPPINESS), 1, 1, 0), Exclusions.NONE);
        IntStream.range(0, 4)
                .mapToObj(i -> new TrainingRow(i, i + 2, "7/" + i + ".jpg", new FaceBox(0, 0, 9, 9), (byte) 1, 0.5, 0))
                .forEach(candidates::offer);
        PredictionsCsv.read("predictions", new ByteArrayInputStream(csv.getBytes(UTF_8)), rule, List.of(), candidates);
        return candidates.choose();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "index,a,b\n0,1,1\n1,1,5\n2,0,7\n",
                "filename,a,b\n2.jpg,sadness,Anger\n0.jpg,happiness,happiness\n1.jpg,1,5\n",
                "\uFEFFindex,filename,a,b\r\n2,2.jpg,0.0,7.0\r\n1,1.jpg,1.0,\r\n999,other.jpg,1,1\r\n",
                ",index,a,b,a_valence\n0,2,4,4,-1\n1,1,1,1,\n",
            })
    void labelsAreCodesOrNamesAndImagesGoByIndexOrName(String csv) throws IOException {
        ChosenImages choice = read(csv, SelectionRule.CONTRADICTION);

        assertThat(choice.chosen()).extracting(one -> one.row().index()).containsExactly(2);
        assertThat(choice.chosen().get(0).score()).isEqualTo(1.0);
    }

    @Test
    void valenceAndArousalStandBesideTheLabel() throws IOException {
        ChosenImages choice = read("index,net,net_arousal,net_valence\n0,1,0.25,0.5\n3,1,,-1\n", SelectionRule.GAP);

        assertThat(choice.chosen()).extracting(one -> one.row().index()).containsExactly(3);
        assertThat(choice.chosen().get(0).score()).isEqualTo(1.5);
        assertThat(choice.unranked()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "index,a;x,1|2|index",
                "index,a;-1,1|2|index",
                "index,a;,1|2|index",
                "filename,a;,1|2|filename",
                "index,a;1,1;1,2|3|index",
                "filename,a;1.jpg,1;1.jpg,2|3|filename",
                "index,filename,a;1,2.jpg,1|2|index",
                "index,a;1,8|2|a",
                "index,a;1,glad|2|a",
                "index,a,a_valence;1,1,1.2|2|a_valence",
                "index,a,a_arousal;1,1,high|2|a_arousal",
                "index,a;1,1,1|2|",
                "index,a,a;1,1,1|1|a",
                "a,b;1,1|1|",
                "index;1|1|",
            })
    void aFaultIsToldByLineAndColumn(String csv, long line, String column) {
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> read(csv.replace(';', '\n'), SelectionRule.CONTRADICTION))
                .satisfies(problem -> {
                    assertThat(problem.faults()).hasSize(1);
                    assertThat(problem.faults().get(0).field()).isEqualTo("predictions");
                    assertThat(problem.faults().get(0).line()).isEqualTo(line);
                    assertThat(problem.faults().get(0).column()).isEqualTo(column);
                });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"index,a;1,1|GAP|needs a column", "''|MIX|is empty", "index,a|ENTROPY|is empty"})
    void whatCantServeTheRuleIsRefusedInWords(String csv, SelectionRule rule, String words) {
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> read(csv.replace(';', '\n'), rule))
                .satisfies(problem -> assertThat(problem.detail()).contains(words));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "filename,a,b\n7/2.jpg,0,0\n7/1.jpg,1,1\n", "index;a;b\n2.0;0.0;0\n1.0;1;1\n",
                "index,label,a,b\n2,1,0,0\n1,0,1,1\n", "Index,A,B\n2,0,0\n1,NaN,1\n"
            })
    void predictionsAreReadAsToolsWriteThem(String csv) throws IOException {
        assertThat(read(csv, SelectionRule.CONTRADICTION).chosen())
                .extracting(one -> one.row().index())
                .containsExactly(2);
    }

    @Test
    void whichModelsWereReadIsToldAndCanBeChosen() throws IOException {
        String csv = "index,label,a,b,a_valence\n2,1,0,1,0.5\n";

        assertThat(models(csv, List.of())).isEqualTo(new PredictionsCsv.Read(List.of("a", "b"), List.of("label")));
        assertThat(models(csv, List.of("B", "label")))
                .isEqualTo(new PredictionsCsv.Read(List.of("b", "label"), List.of("a", "a_valence")));
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> models(csv, List.of("c")))
                .satisfies(
                        problem -> assertThat(problem.faults().get(0).field()).isEqualTo("models"));
    }

    private static PredictionsCsv.Read models(String csv, List<String> wanted) throws IOException {
        Candidates candidates = new Candidates(SelectionCriteria.ANY, Exclusions.NONE);
        return PredictionsCsv.read(
                "predictions",
                new ByteArrayInputStream(csv.getBytes(UTF_8)),
                SelectionRule.CONTRADICTION,
                wanted,
                candidates);
    }
}
