package org.c25.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.util.HtmlUtils;

/**
 * Answers requests that Tomcat itself refuses before our own code sees them, such as an address with characters that no
 * address has: with a page that looks like all others, or a problem for programs.
 */
class ServerErrorValve extends ErrorReportValve {

    /** A name or an address of a host, with or without a port (RFC 3986, 1123). */
    private static final Pattern HOST = Pattern.compile("([A-Za-z0-9.-]+|\\[[0-9A-Fa-f:.]+])?(:\\d*)?");

    private final MessageSource messages;
    private final Languages languages;
    private final ProblemWriter problems;

    ServerErrorValve(MessageSource messages, Languages languages, ProblemWriter problems) {
        this.messages = messages;
        this.languages = languages;
        this.problems = problems;
    }

    @Override
    protected void report(Request request, Response response, @Nullable Throwable failure) {
        HttpStatus status = HttpStatus.resolve(response.getStatus());
        if (status == null || !status.isError() || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        try {
            String host = status == HttpStatus.BAD_REQUEST ? unfitHost(request) : null;
            if (isForProgram(request)) {
                problems.write(response, status, detail(status, host));
            } else {
                write(response, status, languages.resolveLocale(request), RequestId.of(request.getRequest()), host);
            }
            response.finishResponse();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the name by which this server was asked, if it is none that a host can have; null if it is. */
    private static @Nullable String unfitHost(Request request) {
        String host = request.getHeader(HttpHeaders.HOST);
        return host == null || HOST.matcher(host).matches() ? null : host;
    }

    private static String detail(HttpStatus status, @Nullable String host) {
        if (host != null) {
            return "The name of this server, " + host
                    + ", is none that a host can have: it is made of letters, digits, hyphens"
                    + " and full stops, without an underscore.";
        }
        return status == HttpStatus.BAD_REQUEST
                ? "The request could not be understood: its address is not valid."
                : status.getReasonPhrase() + ".";
    }

    /**
     * Whether a request comes from a program, judging by the address as it was sent; false if not even the address
     * could be read.
     */
    private static boolean isForProgram(Request request) {
        String address = request.getRequestURI();
        return address != null && (address.startsWith("/api/") || address.matches("/p/[^/]+/api/.*"));
    }

    private void write(Response response, HttpStatus status, Locale locale, @Nullable String id, @Nullable String host)
            throws IOException {
        String text = status.is5xxServerError() ? "error.server" : host == null ? "participant.unknown" : "error.host";
        response.setContentType(MediaType.TEXT_HTML_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.getOutputStream()
                .write(String.format(
                                Locale.ROOT,
                                """
                <!DOCTYPE html>
                <html lang="%s" dir="%s">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <meta name="color-scheme" content="light dark">
                <title>%3$s · C25</title>
                <link rel="stylesheet" href="/webjars/picocss__pico/2.1.1/css/pico.min.css">
                <link rel="stylesheet" href="/css/c25.css">
                </head>
                <body class="participant"><div class="container"><main>
                <h1>%3$s</h1>
                <p>%4$s</p>
                <p class="hint">%5$s</p>
                </main></div></body>
                </html>
                """,
                                locale.getLanguage(),
                                languages.direction(locale),
                                said("error.title", locale),
                                said(text, locale, String.valueOf(host)),
                                id == null ? "" : said("error.request", locale, id))
                        .getBytes(StandardCharsets.UTF_8));
    }

    private String said(String key, Locale locale, Object... arguments) {
        return HtmlUtils.htmlEscape(messages.getMessage(key, arguments, locale));
    }

    /** Puts the valve in place of Tomcat's own; Tomcat needs the name of the class for that. */
    @Configuration(proxyBeanMethods = false)
    static class Registration {

        @Bean
        WebServerFactoryCustomizer<TomcatServletWebServerFactory> serverErrors(
                MessageSource messages, Languages languages, ProblemWriter problems) {
            return factory -> factory.addContextCustomizers(context -> {
                if (context.getParent() instanceof StandardHost host) {
                    host.setErrorReportValveClass(ServerErrorValve.class.getName());
                    host.getPipeline().addValve(new ServerErrorValve(messages, languages, problems));
                }
            });
        }
    }
}
