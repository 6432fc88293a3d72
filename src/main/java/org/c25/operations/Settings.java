package org.c25.operations;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The settings {@code c25.…} that the code reads, as the compiler wrote them down: those of classes with
 * {@code @ConfigurationProperties}, and, in a file beside, those that are read one by one.
 */
final class Settings {

    private static final String METADATA = "/META-INF/spring-configuration-metadata.json";
    private static final String ONE_BY_ONE = "/META-INF/additional-spring-configuration-metadata.json";
    private static final String PREFIX = "c25.";

    private Settings() {}

    /** Whether the compiler wrote them down. */
    static boolean areThere() {
        Map<String, String> found = new LinkedHashMap<>();
        read(METADATA, found); // Without our own, this is some library's.
        return !found.isEmpty();
    }

    /** Returns the names of all settings. */
    static Set<String> names() {
        return new TreeSet<>(described().keySet());
    }

    /** Returns what each setting means, by its name. */
    static Map<String, String> described() {
        Map<String, String> found = new LinkedHashMap<>();
        read(METADATA, found);
        read(ONE_BY_ONE, found);
        return found;
    }

    private static void read(String resource, Map<String, String> found) {
        try (InputStream in = Settings.class.getResourceAsStream(resource)) {
            if (in != null) {
                for (JsonNode one :
                        JsonMapper.shared().readTree(in).path("properties").values()) {
                    String name = one.path("name").asString("");
                    if (name.startsWith(PREFIX)) {
                        found.merge(name, text(one.path("description").asString(null)), (a, b) -> a.isEmpty() ? b : a);
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(@Nullable String description) {
        return description == null ? "" : description;
    }
}
