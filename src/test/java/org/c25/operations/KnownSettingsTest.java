package org.c25.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The settings that there are, in code and in the document. */
class KnownSettingsTest {

    private static final Set<String> KNOWN = Set.of("c25.data-dir", "c25.downloads.at-once", "c25.arrivals.hosts");
    private static final Pattern READ = Pattern.compile("(?:\\$\\{|SETTING = \")(c25\\.[a-z0-9.-]+)");
    private static final Pattern VARIABLE = Pattern.compile("\\bC25_[A-Z_]*[A-Z]\\b");

    private static List<String> faults(String... names) {
        List<String> faults = new ArrayList<>();
        for (String name : names) {
            KnownSettings.fault(name, KNOWN, faults);
        }
        return faults;
    }

    @Test
    void aSlipOfThePenIsToldWithTheNearestName() {
        assertThat(faults("c25.data-dirr", "c25.download.at-once", "C25_DATA_DIRS"))
                .containsExactly(
                        "c25.data-dirr is no setting. Did you mean c25.data-dir?",
                        "c25.download.at-once is no setting. Did you mean c25.downloads.at-once?",
                        "C25_DATA_DIRS is no setting. Did you mean C25_DATA_DIR?");
    }

    @Test
    void everyWayToWriteASettingIsTaken() {
        assertThat(faults(
                        "c25.data-dir",
                        "c25.dataDir",
                        "C25_DATADIR",
                        "C25_DATA_DIR",
                        "c25.arrivals.hosts[0]",
                        "C25_ARRIVALS_HOSTS_0_",
                        "C25_DB_PASSWORD",
                        "server.port"))
                .isEmpty();
    }

    @Test
    void distancesAreThoseOfLevenshtein() {
        assertThat(KnownSettings.distance("kitten", "sitting")).isEqualTo(3);
        assertThat(KnownSettings.distance("", "abc")).isEqualTo(3);
    }

    @Test
    void whatTheCodeReadsIsWrittenDown() throws IOException {
        Set<String> read = new TreeSet<>();
        for (Path file : files(Path.of("src/main/java"), ".java")) {
            READ.matcher(Files.readString(file)).results().forEach(one -> read.add(one.group(1)));
        }
        assertThat(read).contains("c25.data-dir", "c25.jobs.look");
        assertThat(Settings.names()).containsAll(read);
        assertThat(Settings.described().values()).as("what each means").doesNotContain("");
    }

    @Test
    void theDocumentTellsOfEachSettingAndOfNoOther() throws IOException {
        String page = Files.readString(Path.of("docs/settings.md"));
        Set<String> told = new TreeSet<>();
        Pattern.compile("`(c25\\.[a-z0-9.-]+[a-z0-9])`").matcher(page).results().forEach(one -> told.add(one.group(1)));
        told.remove("c25.mv.db");

        assertThat(told).containsExactlyInAnyOrderElementsOf(Settings.names());
    }

    /** A variable that a script or a container reads does not keep the server from starting. */
    @Test
    void noVariableOfAScriptIsTakenForASetting() throws IOException {
        Set<String> variables = new TreeSet<>();
        List<Path> files = new ArrayList<>(List.of(Path.of("docker-compose.yml"), Path.of("Dockerfile")));
        try (Stream<Path> scripts = Files.list(Path.of("bin"))) {
            scripts.filter(Files::isRegularFile).forEach(files::add);
        }
        for (Path file : files) {
            VARIABLE.matcher(Files.readString(file)).results().forEach(one -> variables.add(one.group()));
        }
        List<String> faults = new ArrayList<>();
        variables.forEach(name -> KnownSettings.fault(name, Settings.names(), faults));

        assertThat(variables).contains("C25_DATA_DIR");
        assertThat(faults).isEmpty();
    }

    private static List<Path> files(Path folder, String ending) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(path -> path.toString().endsWith(ending)).toList();
        }
    }
}
