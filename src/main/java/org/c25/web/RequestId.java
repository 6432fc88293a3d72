package org.c25.web;

import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import java.io.IOException;
import java.util.Base64;
import java.util.concurrent.ThreadLocalRandom;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Gives each request an ID, which stands in the lines of the log that the request brings about, in the reply's header
 * {@value #HEADER}, and on the error page: so what somebody tells of can be found. It is made here and says nothing of who
 * asks; none is taken from outside. It stands in front of everything, so that what Tomcat itself logs has it, too.
 */
public final class RequestId extends ValveBase {

    public static final String HEADER = "X-Request-Id";

    /** The name of the ID in the log's context. */
    private static final String IN_LOG = "request";

    private static final String ATTRIBUTE = RequestId.class.getName();
    private static final int BYTES = 9;

    RequestId() {
        super(true);
    }

    /** Returns the ID of a request; null if it has come past the server, as in some tests. */
    public static @Nullable String of(ServletRequest request) {
        return (String) request.getAttribute(ATTRIBUTE);
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        String id = of(request.getRequest());
        if (id == null) {
            byte[] random = new byte[BYTES];
            ThreadLocalRandom.current().nextBytes(random); // It names, and protects nothing.
            id = Base64.getUrlEncoder().encodeToString(random);
            request.setAttribute(ATTRIBUTE, id);
            response.setHeader(HEADER, id);
        }
        MDC.put(IN_LOG, id);
        try {
            getNext().invoke(request, response);
        } finally {
            MDC.remove(IN_LOG);
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Registration {

        @Bean
        WebServerFactoryCustomizer<TomcatServletWebServerFactory> requestIds() {
            return factory -> factory.addEngineValves(new RequestId());
        }
    }
}
