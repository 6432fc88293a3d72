package org.c25.operations;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.env.OriginTrackedMapPropertySource;
import org.springframework.core.Ordered;
import org.springframework.core.env.CommandLinePropertySource;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.StandardEnvironment;

/**
 * Refuses to start with a setting {@code c25.…} that nobody reads: it is a slip of the pen, and whoever made it believes
 * that something is set that is not.
 */
public final class KnownSettings implements EnvironmentPostProcessor, Ordered {

    private static final String PREFIX = "c25.";
    private static final String ENVIRONMENT_PREFIX = "C25_";

    /** Environment variables that something else reads: Compose, scripts, tests. */
    static final Set<String> OF_OTHERS = Set.of(
            "C25_DB_PASSWORD",
            "C25_DB_MEMORY",
            "C25_MEMORY",
            "C25_DOMAIN",
            "C25_STORE_PASSWORD",
            "C25_LISTEN",
            "C25_CHROMIUM",
            "C25_PUBLISHED_SET",
            "C25_TOKEN",
            "C25_URL",
            "C25_JAVA_OPTS",
            "C25_HOME");

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        if (!Settings.areThere()) {
            return; // Compiled without the processor that writes them down, as some editors do.
        }
        Set<String> known = Settings.names();
        List<String> unknown = new ArrayList<>();
        for (PropertySource<?> source : environment.getPropertySources()) {
            if (source instanceof EnumerablePropertySource<?> all && isRead(source)) {
                for (String name : all.getPropertyNames()) {
                    fault(name, known, unknown);
                }
            }
        }
        if (!unknown.isEmpty()) {
            throw new UnknownSettingException(unknown);
        }
    }

    /** What people write: options, the environment, and files. Java's own properties also hold what tests and tools say to each other. */
    private static boolean isRead(PropertySource<?> source) {
        return source instanceof CommandLinePropertySource<?>
                || source instanceof OriginTrackedMapPropertySource
                || source.getName().equals(StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME);
    }

    static void fault(String name, Set<String> known, List<String> unknown) {
        if (name.startsWith(ENVIRONMENT_PREFIX)) {
            if (!OF_OTHERS.contains(name) && known.stream().noneMatch(one -> isVariableOf(one, name))) {
                unknown.add(sentence(
                        name,
                        nearest(
                                name,
                                known.stream().map(KnownSettings::variable).toList())));
            }
        } else if (name.startsWith(PREFIX)) {
            String plain = uniform(name);
            if (known.stream().noneMatch(one -> isWithin(uniform(one), plain, ".", "["))) {
                unknown.add(sentence(name, nearest(name, List.copyOf(known))));
            }
        }
    }

    /** A list has its settings one by one: {@code c25.x[0]}. */
    private static boolean isWithin(String known, String name, String... marks) {
        return name.equals(known)
                || List.of(marks).stream().anyMatch(mark -> name.matches(Pattern.quote(known + mark) + "\\d+(]|_)?"));
    }

    /** Returns the environment variable that sets a setting. */
    static String variable(String name) {
        return name.toUpperCase(Locale.ROOT).replaceAll("[.-]", "_");
    }

    /** Spring takes a dash for an underscore, or for nothing. */
    private static boolean isVariableOf(String setting, String name) {
        return isWithin(variable(setting), name, "_") || isWithin(variable(setting.replace("-", "")), name, "_");
    }

    private static String uniform(String name) {
        return name.toLowerCase(Locale.ROOT).replace("-", "").replace("_", "");
    }

    private static String sentence(String name, String nearest) {
        return name + " is no setting. Did you mean " + nearest + "?";
    }

    private static String nearest(String name, List<String> all) {
        return new TreeSet<>(all)
                .stream()
                        .min(Comparator.comparingInt(one -> distance(one, name)))
                        .orElseThrow();
    }

    /** Returns how many letters have to be put in, left out or replaced to make one of the other (Levenshtein 1966). */
    static int distance(String one, String other) {
        int[] before = new int[other.length() + 1];
        for (int j = 0; j <= other.length(); j++) {
            before[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int[] now = new int[other.length() + 1];
            now[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int change = before[j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                now[j] = Math.min(change, 1 + Math.min(before[j], now[j - 1]));
            }
            before = now;
        }
        return before[other.length()];
    }

    /** After the files of settings are read. */
    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }
}
