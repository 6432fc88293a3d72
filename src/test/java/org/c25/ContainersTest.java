package org.c25;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.Yaml;

/** What the files for containers say, as far as it can be told without a Docker engine. */
class ContainersTest {

    private static final String ONE_NODE = "docker-compose.yml";
    private static final String NODES = "docker-compose.nodes.yml";
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{(C25_\\w+)");

    private final String settings = DocumentsTest.read(Path.of("docs/settings.md"));

    @ParameterizedTest
    @ValueSource(strings = {ONE_NODE, NODES})
    void everyVariableAndSettingIsDescribed(String file) {
        Set<String> named = new TreeSet<>(DocumentsTest.found(VARIABLE, DocumentsTest.read(Path.of(file))));
        nodes(file).forEach(node -> named.addAll(environment(node).keySet()));

        assertThat(named)
                .contains("C25_DB_PASSWORD", "SPRING_DATASOURCE_URL")
                .allSatisfy(name -> assertThat(settings).contains("`" + name + "`"));
    }

    @ParameterizedTest
    @ValueSource(strings = {ONE_NODE, NODES})
    void noContainerCanHarmTheMachine(String file) {
        services(file).forEach((name, service) -> {
            assertThat(service.get("cap_drop")).as(name).isEqualTo(List.of("ALL"));
            assertThat(service.get("security_opt")).as(name).isEqualTo(List.of("no-new-privileges:true"));
            assertThat(service.get("tmpfs")).as(name).isNotNull();
            Map<?, ?> options = (Map<?, ?>) ((Map<?, ?>) service.get("logging")).get("options");
            assertThat(options.keySet().toString()).as(name).contains("max-size", "max-file");
        });
        assertThat(nodes(file))
                .isNotEmpty()
                .allSatisfy(node ->
                        assertThat(node).containsEntry("read_only", true).containsKey("mem_limit"));
    }

    @Test
    void nodesAreAlikeAndAreAllAskedByTheProxy() {
        List<Map<String, Object>> nodes = nodes(NODES);
        assertThat(nodes).hasSize(2);
        assertThat(nodes.stream().map(ContainersTest::environment).distinct()).hasSize(1);
        String proxy = String.valueOf(load(NODES).get("configs"));
        assertThat(proxy).contains("reverse_proxy app1:8080 app2:8080", "health_uri /actuator/health/readiness");
    }

    /** Docker is told which files of the project it gets. */
    @Test
    void theImageIsMadeOfWhatIsThere() {
        List<String> dockerfile =
                DocumentsTest.read(Path.of("Dockerfile")).lines().toList();
        Set<String> sent = DocumentsTest.read(Path.of(".dockerignore"))
                .lines()
                .filter(line -> line.startsWith("!"))
                .map(line -> line.substring(1))
                .collect(Collectors.toSet());
        List<String> copied = dockerfile.stream()
                .filter(line -> line.startsWith("COPY ") && !line.contains("--from"))
                .map(line -> line.split(" ")[1])
                .toList();

        assertThat(copied).contains("pom.xml", "bin/c25").allSatisfy(source -> {
            assertThat(Path.of(source)).matches(Files::exists, "is there");
            assertThat(sent).contains(source);
        });
        assertThat(DocumentsTest.read(Path.of("pom.xml"))).contains("<id>jar</id>");
        assertThat(String.join("\n", dockerfile)).contains("mvn -B -P jar package");
    }

    private static Map<String, Object> load(String file) {
        return new Yaml().load(DocumentsTest.read(Path.of(file)));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Map<String, Object>> services(String file) {
        return (Map<String, Map<String, Object>>) load(file).get("services");
    }

    /** The containers of C25 itself. */
    private static List<Map<String, Object>> nodes(String file) {
        return services(file).values().stream()
                .filter(service -> "c25".equals(service.get("image")))
                .toList();
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> environment(Map<String, Object> service) {
        return (Map<String, Object>) service.get("environment");
    }
}
