package org.c25.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;

/** Pages that look like all others and are written where there are no templates: in front of all other code. */
@Component
class BarePage {

    private static final String PAGE = """
            <!DOCTYPE html>
            <html lang="%s" dir="%s">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <title>%3$s · C25</title>
            <link rel="stylesheet" href="%4$s/webjars/picocss__pico/2.1.1/css/pico.min.css">
            <link rel="stylesheet" href="%4$s/css/c25.css">
            </head>
            <body class="participant"><div class="container"><main>
            <h1>%3$s</h1>
            %5$s
            </main></div></body>
            </html>
            """;

    private final MessageSource messages;
    private final Languages languages;

    BarePage(MessageSource messages, Languages languages) {
        this.messages = messages;
        this.languages = languages;
    }

    /**
     * Writes a page as a response.
     *
     * @param root the path under which this server lies, without a slash at its end
     * @param title the key of the heading
     * @param html what stands below it
     */
    void write(HttpServletResponse response, Locale locale, String root, String title, String html) throws IOException {
        response.setContentType(MediaType.TEXT_HTML_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.getOutputStream()
                .write(String.format(
                                Locale.ROOT,
                                PAGE,
                                locale.getLanguage(),
                                languages.direction(locale),
                                said(title, locale),
                                HtmlUtils.htmlEscape(root),
                                html)
                        .getBytes(StandardCharsets.UTF_8));
    }

    /** Returns a message as HTML. */
    String said(String key, Locale locale, Object... arguments) {
        return HtmlUtils.htmlEscape(messages.getMessage(key, arguments, locale));
    }
}
