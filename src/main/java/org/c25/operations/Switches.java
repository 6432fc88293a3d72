package org.c25.operations;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * Turns metrics and tracing on where a setting asks for them. Where none does, their parts are not even loaded, so that
 * a request passes through none of them.
 */
public final class Switches implements EnvironmentPostProcessor, Ordered {

    static final String METRICS = "c25.metrics.token";
    static final String TRACING = "c25.tracing.endpoint";

    /** What beans ask for; a setting that is there and empty is none. */
    static final String METRICS_ON = "operations.metrics";

    static final String TRACING_ON = "operations.tracing";

    private static final String EXCLUDE = "spring.autoconfigure.exclude";

    private static final List<String> ONLY_FOR_TRACING = List.of(
            "org.springframework.boot.opentelemetry.autoconfigure.OpenTelemetrySdkAutoConfiguration",
            "org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.OpenTelemetryTracingAutoConfiguration",
            "org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.otlp.OtlpTracingAutoConfiguration",
            "org.springframework.boot.micrometer.tracing.autoconfigure.MicrometerTracingAutoConfiguration",
            "org.springframework.boot.micrometer.tracing.autoconfigure.NoopTracerAutoConfiguration");

    /** We send no logs by OpenTelemetry. */
    private static final List<String> NEVER = List.of(
            "org.springframework.boot.opentelemetry.autoconfigure.logging.OpenTelemetryLoggingAutoConfiguration",
            "org.springframework.boot.opentelemetry.autoconfigure.logging.otlp.OtlpLoggingAutoConfiguration");

    /** What looks at each request. */
    private static final String REQUESTS =
            "org.springframework.boot.webmvc.autoconfigure.WebMvcObservationAutoConfiguration";

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        boolean metrics = isSet(environment, METRICS);
        boolean tracing = isSet(environment, TRACING);
        List<String> exclude = new ArrayList<>(NEVER);
        Map<String, Object> chosen = new HashMap<>();
        chosen.put("management.prometheus.metrics.export.enabled", metrics);
        chosen.put(METRICS_ON, metrics);
        chosen.put(TRACING_ON, tracing);
        if (metrics) {
            chosen.put("management.endpoints.web.exposure.include", "health,prometheus");
        }
        if (tracing) {
            chosen.put("logging.pattern.correlation", "[%X{request:-} %X{traceId:-}] ");
            chosen.put("management.opentelemetry.tracing.export.otlp.endpoint", environment.getProperty(TRACING, ""));
        } else {
            exclude.addAll(ONLY_FOR_TRACING);
        }
        if (!metrics && !tracing) {
            exclude.add(REQUESTS);
        }
        String others = environment.getProperty(EXCLUDE, "");
        chosen.put(EXCLUDE, String.join(",", exclude) + (others.isEmpty() ? "" : "," + others));
        environment.getPropertySources().addFirst(new MapPropertySource("metrics and tracing", chosen));
    }

    private static boolean isSet(ConfigurableEnvironment environment, String name) {
        return !environment.getProperty(name, "").isBlank();
    }

    /** After the files of settings are read. */
    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE - 10;
    }
}
