package org.c25.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/**
 * Answers requests that Tomcat itself refuses before our own code sees them, such as an address with characters that no
 * address has: with a page that looks like all others, or a problem for programs.
 */
class ServerErrorValve extends ErrorReportValve {

    /** A name or an address of a host, with or without a port (RFC 3986, 1123). */
    private static final Pattern HOST = Pattern.compile("([A-Za-z0-9.-]+|\\[[0-9A-Fa-f:.]+])?(:\\d*)?");

    private final BarePage page;
    private final Languages languages;
    private final ProblemWriter problems;
    private final String contextPath;

    ServerErrorValve(BarePage page, Languages languages, ProblemWriter problems, String contextPath) {
        this.page = page;
        this.languages = languages;
        this.problems = problems;
        this.contextPath = contextPath;
    }

    @Override
    protected void report(Request request, Response response, @Nullable Throwable failure) {
        HttpStatus status = HttpStatus.resolve(response.getStatus());
        if (status == null || !status.isError() || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        try {
            String host = status == HttpStatus.BAD_REQUEST ? unfitHost(request) : null;
            if (isForProgram(request, contextPath)) {
                problems.write(response, status, detail(status, host));
            } else {
                write(request, response, status, host);
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
    private static boolean isForProgram(Request request, String contextPath) {
        String address = request.getRequestURI();
        return address != null
                && (address.startsWith(contextPath + "/api/")
                        || address.startsWith(contextPath + "/p/") && address.matches(".*/p/[^/]+/api/.*"));
    }

    private void write(Request request, Response response, HttpStatus status, @Nullable String host)
            throws IOException {
        Locale locale = languages.resolveLocale(request);
        String id = RequestId.of(request.getRequest());
        String root = ForwardedPrefixFilter.prefix(request.getRequest()).orElse(contextPath);
        String key = status.is5xxServerError() ? "error.server" : host == null ? "participant.unknown" : "error.host";
        String words = page.said(key, locale, String.valueOf(host));
        String number = id == null ? "" : page.said("error.request", locale, id);
        page.write(response, locale, root, "error.title", "<p>" + words + "</p>\n<p class=\"hint\">" + number + "</p>");
    }

    /** Puts the valve in place of Tomcat's own; Tomcat needs the name of the class for that. */
    @Configuration(proxyBeanMethods = false)
    static class Registration {

        @Bean
        WebServerFactoryCustomizer<TomcatServletWebServerFactory> serverErrors(
                BarePage page, Languages languages, ProblemWriter problems, ServerProperties server) {
            String path = server.getServlet().getContextPath();
            String contextPath = path == null ? "" : path;
            return factory -> factory.addContextCustomizers(context -> {
                if (context.getParent() instanceof StandardHost host) {
                    host.setErrorReportValveClass(ServerErrorValve.class.getName());
                    host.getPipeline().addValve(new ServerErrorValve(page, languages, problems, contextPath));
                }
            });
        }
    }
}
