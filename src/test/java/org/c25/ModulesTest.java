package org.c25;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** The packages: the arrows between them as each package-info states them, their names and their sizes. */
class ModulesTest {

    private static final Path SOURCES = Path.of("src", "main", "java");

    /** A package that reaches one of them is split, or loses what belongs elsewhere; nobody raises them. */
    private static final int MOST_FILES = 45;

    /** Lines of code. What explains them costs nobody anything. */
    private static final int MOST_LINES = 2_100;

    private static final Pattern NO_CODE = Pattern.compile("\\s*(import .*|package .*|/\\*\\*.*|\\*.*|//.*)?");

    /** Modulith also refuses arrows that run in a circle. */
    @Test
    void arrowsRunOnlyWherePackagesAllowThemAndNeverInACircle() {
        ApplicationModules.of(C25Application.class).verify();
    }

    @Test
    void noClassNameStandsInTwoPackages() {
        Map<String, List<Path>> packages = sources().stream()
                .filter(file -> !file.endsWith("package-info.java"))
                .collect(Collectors.groupingBy(
                        file -> file.getFileName().toString(),
                        TreeMap::new,
                        Collectors.mapping(Path::getParent, Collectors.toList())));

        assertThat(packages.values()).allMatch(places -> places.size() == 1);
    }

    @Test
    void noPackageIsTooLargeToBeKnownWhole() {
        Map<Path, List<Path>> packages = sources().stream().collect(Collectors.groupingBy(Path::getParent));

        assertThat(packages).isNotEmpty().allSatisfy((folder, files) -> {
            assertThat(files).as("files of %s", folder).hasSizeLessThanOrEqualTo(MOST_FILES);
            assertThat(files.stream().mapToLong(ModulesTest::lines).sum())
                    .as("lines of %s", folder)
                    .isLessThanOrEqualTo(MOST_LINES);
        });
    }

    private static List<Path> sources() {
        try (Stream<Path> all = Files.walk(SOURCES)) {
            return all.filter(path -> path.toString().endsWith(".java")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Without empty lines, imports and the name of the package, which are no burden to a reader. */
    private static long lines(Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.filter(line -> !NO_CODE.matcher(line).matches()).count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
