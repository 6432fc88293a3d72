package org.c25;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;

/** The page of the house shows the packages, arrows and paths that there are. */
class ArchitecturePageTest {

    private static final Path PAGE = Path.of("docs", "architecture.md");
    private static final Path PACKAGES = Path.of("docs", "packages.md");
    private static final Path MAIN = Path.of("src", "main", "java", "org", "c25");
    private static final int MOST_HOPS = 8;

    private static final Pattern DIAGRAM = Pattern.compile("```mermaid\n(.*?)```", Pattern.DOTALL);
    private static final Pattern PATH = Pattern.compile("^### (.+)\n\n((?:(?!#).*\n)+)", Pattern.MULTILINE);
    private static final Pattern HOP = Pattern.compile("^\\d+\\. `([^`]+)`", Pattern.MULTILINE);
    private static final Pattern TABLE = Pattern.compile("(?:\\|.*\n)+");

    /** {@code -Dc25.draw=true} draws it anew. */
    @Test
    void theDiagramShowsThePackagesAndTheArrowsBetweenThem() throws IOException {
        String right = diagram(allowed());
        String page = DocumentsTest.read(PAGE);
        if (Boolean.getBoolean("c25.draw")) {
            page = DIAGRAM.matcher(page).replaceFirst("```mermaid\n" + right + "```");
            Files.writeString(PAGE, page);
        }
        assertThat(DocumentsTest.found(DIAGRAM, page)).as("""
                        %s shows other packages or arrows than their package-info files. Draw it anew with
                        mvn test -Dtest=ArchitecturePageTest -Dc25.draw=true
                        or put there: %s""", PAGE, right).containsExactly(right);
    }

    /** In the words of its package-info; {@code -Dc25.draw=true} writes it anew. */
    @Test
    void thePageOfPackagesSaysOfEachWhatItDoes() throws IOException {
        String right = packages(allowed().keySet());
        String page = DocumentsTest.read(PACKAGES);
        if (Boolean.getBoolean("c25.draw")) {
            page = TABLE.matcher(page).replaceFirst(Matcher.quoteReplacement(right));
            Files.writeString(PACKAGES, page);
        }
        assertThat(page)
                .as("%s: write it anew with mvn test -Dtest=ArchitecturePageTest -Dc25.draw=true", PACKAGES)
                .contains(right);
    }

    private static String packages(Set<String> names) {
        return names.stream()
                .map(name -> "| `" + name + "` | " + purpose(name) + " |\n")
                .collect(Collectors.joining("", "| package | what it does |\n| --- | --- |\n", ""));
    }

    private static String purpose(String name) {
        String info = DocumentsTest.read(MAIN.resolve(name).resolve("package-info.java"));
        return info.substring(info.indexOf("/**") + 3, info.indexOf("*/"))
                .replaceAll("\\s*\n \\*", "")
                .strip();
    }

    /** A hop is a file of the front end or a method: none is missing, and no path comes back to a package that it left. */
    @Test
    void noPathHasMoreThanEightHopsOrTurnsBack() {
        Map<Path, String> sources = DocumentsTest.sources();
        Map<String, List<String>> paths = new LinkedHashMap<>();
        PATH.matcher(DocumentsTest.read(PAGE))
                .results()
                .forEach(path -> paths.put(path.group(1), DocumentsTest.found(HOP, path.group(2))));
        assertThat(paths).hasSize(5);
        paths.forEach((path, hops) -> {
            assertThat(hops)
                    .as(path)
                    .hasSizeBetween(2, MOST_HOPS)
                    .allMatch(hop -> source(hop, sources).isPresent(), "is there");
            assertThat(stays(hops, sources)).as("the packages of: " + path).doesNotHaveDuplicates();
        });
    }

    /** The packages on a path of Java, each once for every time that the path comes to it. */
    private static List<String> stays(List<String> hops, Map<Path, String> sources) {
        List<String> stays = new ArrayList<>();
        for (String hop : hops) {
            source(hop, sources)
                    .filter(source -> source.startsWith(MAIN))
                    .map(source -> MAIN.relativize(source).getName(0).toString())
                    .filter(room ->
                            stays.isEmpty() || !stays.get(stays.size() - 1).equals(room))
                    .ifPresent(stays::add);
        }
        return stays;
    }

    private static Optional<Path> source(String hop, Map<Path, String> sources) {
        int dot = hop.indexOf('.');
        boolean isFile = !Character.isUpperCase(hop.charAt(0));
        return sources.entrySet().stream()
                .filter(source -> isFile
                        ? source.getKey().endsWith(hop)
                        : source.getKey().startsWith(MAIN)
                                && source.getKey().endsWith(hop.substring(0, dot) + ".java")
                                && source.getValue().contains(" " + hop.substring(dot + 1) + "("))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** Each package with those that it may use, as its package-info states them. */
    private static Map<String, Set<String>> allowed() {
        return ApplicationModules.of(C25Application.class).stream()
                .collect(Collectors.toMap(
                        module -> module.getIdentifier().toString(),
                        module -> Stream.of(module.getBasePackage()
                                        .getAnnotation(ApplicationModule.class)
                                        .orElseThrow()
                                        .allowedDependencies())
                                .map(name -> name.replaceFirst("\\s*::.*", ""))
                                .collect(Collectors.toCollection(TreeSet::new)),
                        (one, other) -> one,
                        TreeMap::new));
    }

    /** A line a package, none above one that may use it, without the arrows that follow from others. */
    private static String diagram(Map<String, Set<String>> allowed) {
        StringBuilder diagram = new StringBuilder("graph TD\n");
        for (String from : fromAbove(allowed)) {
            Set<String> drawn = new TreeSet<>(allowed.get(from));
            drawn.removeAll(below(allowed.get(from), allowed));
            diagram.append("    ").append(from);
            diagram.append(drawn.isEmpty() ? "" : " --> " + String.join(" & ", drawn))
                    .append('\n');
        }
        return diagram.toString();
    }

    private static List<String> fromAbove(Map<String, Set<String>> allowed) {
        List<String> order = new ArrayList<>();
        while (order.size() < allowed.size()) {
            List<String> next = allowed.keySet().stream()
                    .filter(name -> !order.contains(name) && order.containsAll(allowed.get(name)))
                    .toList();
            assertThat(next)
                    .as("packages that are no part of a circle, beside " + order)
                    .isNotEmpty();
            order.addAll(0, next);
        }
        return order;
    }

    /** What is reached from these by one arrow or more. */
    private static Set<String> below(Collection<String> names, Map<String, Set<String>> allowed) {
        Set<String> below = new TreeSet<>();
        names.forEach(name -> {
            below.addAll(allowed.get(name));
            below.addAll(below(allowed.get(name), allowed));
        });
        return below;
    }
}
