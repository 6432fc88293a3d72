package org.c25.operations;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.c25.common.StartFault;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.core.io.support.SpringFactoriesLoader;
import org.springframework.core.io.support.SpringFactoriesLoader.ArgumentResolver;

/**
 * Tells whoever starts the server in a few lines why it did not start and what to do, instead of a stack trace: for the
 * faults that {@link StartFaults} knows, and for those that Spring Boot knows. Any other failure comes with its trace.
 */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class StartFaultReporter implements SpringBootExceptionReporter {

    private static final int LONGEST_LINE = 400;

    private final @Nullable ConfigurableApplicationContext context;

    StartFaultReporter(@Nullable ConfigurableApplicationContext context) {
        this.context = context;
    }

    @Override
    public boolean reportException(Throwable failure) {
        Optional<StartFault> fault = StartFaults.of(failure).or(() -> ofSpringBoot(failure));
        // Not by the log, whose own settings may be what is wrong.
        fault.ifPresent(known -> System.err.print(lines(known)));
        return fault.isPresent();
    }

    /** Returns the lines that are printed. */
    static String lines(StartFault fault) {
        return String.format(Locale.ROOT, "%nC25 did not start.%n%s%n%s%n", line(fault.fault()), line(fault.remedy()));
    }

    private static String line(String text) {
        String line = text.strip().replaceAll("\\s*\\R\\s*", " ");
        return line.length() <= LONGEST_LINE ? line : line.substring(0, LONGEST_LINE) + " …";
    }

    private Optional<StartFault> ofSpringBoot(Throwable failure) {
        return analyzers().stream()
                .map(analyzer -> analysis(analyzer, failure))
                .filter(Objects::nonNull)
                .findFirst()
                .map(known -> new StartFault(
                        Objects.requireNonNullElse(known.getDescription(), String.valueOf(failure.getMessage())),
                        Objects.requireNonNullElse(known.getAction(), "docs/settings.md lists all settings.")));
    }

    private List<FailureAnalyzer> analyzers() {
        ArgumentResolver parts = ArgumentResolver.none();
        if (context != null) {
            parts = ArgumentResolver.of(BeanFactory.class, context.getBeanFactory())
                    .and(Environment.class, context.getEnvironment());
        }
        return SpringFactoriesLoader.forDefaultResourceLocation(getClass().getClassLoader())
                .load(FailureAnalyzer.class, parts, (type, name, unfit) -> {})
                .stream()
                .sorted(Comparator.comparing(
                        analyzer -> analyzer.getClass().getName().startsWith("org.c25.") ? 0 : 1))
                .toList();
    }

    private static @Nullable FailureAnalysis analysis(FailureAnalyzer analyzer, Throwable failure) {
        try {
            return analyzer.analyze(failure);
        } catch (RuntimeException e) {
            return null; // It does not know this failure.
        }
    }
}
