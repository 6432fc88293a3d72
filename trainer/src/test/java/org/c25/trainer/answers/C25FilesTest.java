package org.c25.trainer.answers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.assertj.core.api.AbstractThrowableAssert;
import org.c25.trainer.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class C25FilesTest {

    private static final String HEADER = "index,filename,participant0,participant1\r\n";
    private static final String EXPRESSIONS = HEADER + "7,a.png,0,7\r\n9,b.png,,3\r\n";
    private static final String VALENCES = HEADER + "7,a.png,-1.0,0.25\r\n9,b.png,,-0.0\r\n";

    @TempDir
    private Path folder;

    @Test
    void readsTheFilesOfASetFromAFolderAtWhateverDepth() throws IOException {
        write("set1/expression_set1_C2.csv", EXPRESSIONS);
        write("set1/valence_set1_C2.csv", VALENCES);
        write("set1/expression_set1_C2_repeats.csv", "not, one of them");
        Answers answers = C25Files.read(folder, List.of(Dimension.EXPRESSION, Dimension.VALENCE));
        assertThat(answers.images()).containsExactly("a.png", "b.png");
        assertThat(answers.raters()).containsExactly("participant0", "participant1");
        assertThat(answers.of(Dimension.EXPRESSION, 0)).containsExactly(0, 7);
        assertThat(answers.of(Dimension.EXPRESSION, 1)).containsExactly(Float.NaN, 3);
        assertThat(answers.of(Dimension.VALENCE, 0)).containsExactly(-1, 0.25f);
        assertThat(answers.of(Dimension.VALENCE, 1)).as("no minus nought").containsExactly(Float.NaN, 0f);
        assertThat(answers.has(Dimension.AROUSAL)).isFalse();
    }

    @Test
    void readsTheSameFromAZip() throws IOException {
        Path zip = zip(Map.of("data/expression_set1_C2.csv", EXPRESSIONS, "data/codebook.md", "words"));
        Answers answers = C25Files.read(zip, List.of(Dimension.EXPRESSION));
        assertThat(answers.images()).containsExactly("a.png", "b.png");
        assertThat(answers.count(Dimension.EXPRESSION, 1)).isEqualTo(1);
    }

    @Test
    void takesAByteOrderMarkQuotesAndLinesThatEndInLineFeeds() throws IOException {
        write("expression_set1_C2.csv", "\uFEFFindex,filename,participant0,participant1\n1,\"a, b.png\",\"4\",\n\n");
        Answers answers = C25Files.read(folder, List.of(Dimension.EXPRESSION));
        assertThat(answers.images()).containsExactly("a, b.png");
        assertThat(answers.of(Dimension.EXPRESSION, 0)).containsExactly(4, Float.NaN);
    }

    @Test
    void tellsEachFaultByFileLineAndColumn() throws IOException {
        fault("8", "expression_set1_C2.csv, line 3, participant1: \"8\" is no answer: a code from 0 to 7 is.");
        fault("-1", "line 3, participant1: \"-1\" is no answer");
        fault("1.5", "\"1.5\" is no answer");
        fault("2f", "\"2f\" is no answer");
        fault("NaN", "\"NaN\" is no answer");
        fault(" 2", "\" 2\" is no answer");
        fault("happy", "\"happy\" is no answer");
        fault("1,2", "expression_set1_C2.csv, line 3: 5 cells, but the header has 4.");
        write("expression_set1_C2.csv", HEADER + "1,a.png,1\r\n");
        refused().hasMessageContaining("line 2: 3 cells, but the header has 4.");
        write("valence_set1_C2.csv", HEADER + "1,a.png,0.3,1\r\n");
        assertThatThrownBy(() -> C25Files.read(folder, List.of(Dimension.VALENCE)))
                .hasMessageContaining(
                        "valence_set1_C2.csv, line 2, participant0: \"0.3\" is no answer: one of −1, −0.75, … 1 is.");
    }

    @Test
    void tellsWhatIsWrongWithAHeaderOrAnImage() throws IOException {
        write("expression_set1_C2.csv", "index;filename;participant0\r\n");
        refused()
                .hasMessageContaining(
                        "line 1: the header must be index,filename,participant0, … – is this a C25 file?");
        write("expression_set1_C2.csv", "\r\n" + HEADER.replace("index", "id"));
        refused().hasMessageContaining("line 2: the header must be");
        write("expression_set1_C2.csv", "index,filename,participant0,participant0\r\n1,a.png,1,1\r\n");
        refused().hasMessageContaining("line 1: there are two columns participant0.");
        write("expression_set1_C2.csv", HEADER + "1,a.png,1,1\r\n2,b.png,1,1\r\n3,a.png,1,1\r\n");
        refused().hasMessageContaining("line 4: a.png is on line 2, too.");
        write("expression_set1_C2.csv", HEADER);
        refused().hasMessageEndingWith("expression_set1_C2.csv has no image.");
        write("expression_set1_C2.csv", "");
        refused().hasMessageEndingWith("expression_set1_C2.csv has no image.");
        Files.write(
                folder.resolve("expression_set1_C2.csv"),
                (HEADER + "1,fa\u00e7ade.png,1,1\r\n").getBytes(StandardCharsets.ISO_8859_1));
        refused().hasMessageEndingWith("can't be read as a CSV: it is not in UTF-8.");
    }

    @Test
    void namesTheZipAndTheFileInIt() throws IOException {
        Path zip = zip(Map.of("data/expression_set1_C2.csv", HEADER + "1,a.png,9,\r\n"));
        assertThatThrownBy(() -> C25Files.read(zip, List.of(Dimension.EXPRESSION)))
                .isInstanceOf(Problem.class)
                .hasMessageStartingWith(zip + ", data/expression_set1_C2.csv, line 2, participant0: \"9\"");
    }

    @Test
    void tellsWhatIsMissingOrThereTwice() throws IOException {
        refused().hasMessageContaining("There is no file such as expression_set1_C25.csv in " + folder);
        assertThatThrownBy(() -> C25Files.read(folder.resolve("away"), List.of(Dimension.EXPRESSION)))
                .hasMessageContaining("is not there: name a folder or a ZIP");
        write("notes.txt", "no ZIP");
        assertThatThrownBy(() -> C25Files.read(folder.resolve("notes.txt"), List.of(Dimension.EXPRESSION)))
                .hasMessageContaining("is neither a folder nor a ZIP");
        write("expression_set1_C2.csv", EXPRESSIONS);
        write("old/expression_set1_C3.csv", EXPRESSIONS);
        refused().hasMessageContaining("has several files of expression");
        Files.delete(folder.resolve("old/expression_set1_C3.csv"));
        write("old/expression_set2_C2.csv", EXPRESSIONS);
        refused().hasMessageContaining("has the files of several sets (set1, set2)");
    }

    @Test
    void refusesFilesThatAreNotOfOneExport() throws IOException {
        write("expression_set1_C2.csv", EXPRESSIONS);
        write("valence_set1_C2.csv", VALENCES.replace("b.png", "c.png"));
        assertThatThrownBy(() -> C25Files.read(folder, List.of(Dimension.EXPRESSION, Dimension.VALENCE)))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("have other images or participants: take the files of one export.");
    }

    private void fault(String cell, String said) throws IOException {
        write("expression_set1_C2.csv", HEADER + "7,a.png,0,7\r\n9,b.png,," + cell + "\r\n");
        refused().hasMessageContaining(said);
    }

    private AbstractThrowableAssert<?, ? extends Throwable> refused() {
        return assertThatThrownBy(() -> C25Files.read(folder, List.of(Dimension.EXPRESSION)))
                .isInstanceOf(Problem.class);
    }

    private void write(String name, String text) throws IOException {
        Files.createDirectories(folder.resolve(name).getParent());
        Files.writeString(folder.resolve(name), text);
    }

    private Path zip(Map<String, String> files) throws IOException {
        Path zip = folder.resolve("study.zip");
        try (OutputStream out = Files.newOutputStream(zip);
                ZipOutputStream entries = new ZipOutputStream(out)) {
            for (Map.Entry<String, String> file : new LinkedHashMap<>(files).entrySet()) {
                entries.putNextEntry(new ZipEntry(file.getKey()));
                entries.write(file.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return zip;
    }
}
