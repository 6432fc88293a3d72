package org.c25.web;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Times as pages show them: {@code @times.minute(…)} in a template. */
@Component
public class Times {

    private static final DateTimeFormatter DAY = formatter("yyyy-MM-dd");
    private static final DateTimeFormatter MINUTE = formatter("yyyy-MM-dd HH:mm 'UTC'");

    public String day(Instant time) {
        return DAY.format(time);
    }

    public String minute(Instant time) {
        return MINUTE.format(time);
    }

    private static DateTimeFormatter formatter(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ROOT).withZone(ZoneOffset.UTC);
    }
}
