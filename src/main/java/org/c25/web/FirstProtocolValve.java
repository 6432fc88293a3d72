package org.c25.web;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.catalina.Valve;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/**
 * Keeps the first of several protocols that proxies in a row tell, as in {@code X-Forwarded-Proto: https,http}: it is the
 * one that the browser speaks. Tomcat would take the whole for plain HTTP, and cookies and links would be those of HTTP.
 */
final class FirstProtocolValve extends ValveBase {

    private static final String HEADER = "X-Forwarded-Proto";

    FirstProtocolValve() {
        super(true);
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        String protocols = request.getHeader(HEADER);
        if (protocols != null && protocols.indexOf(',') >= 0) {
            request.getCoyoteRequest()
                    .getMimeHeaders()
                    .setValue(HEADER)
                    .setString(protocols.substring(0, protocols.indexOf(',')).strip());
        }
        getNext().invoke(request, response);
    }

    @Configuration(proxyBeanMethods = false)
    static class Registration {

        /** Puts the valve before the one that reads the header, which is there by then. */
        @Bean
        @Order(10)
        WebServerFactoryCustomizer<TomcatServletWebServerFactory> firstProtocol() {
            return factory -> {
                List<Valve> valves = new ArrayList<>(List.of(new FirstProtocolValve()));
                valves.addAll(factory.getEngineValves());
                factory.setEngineValves(valves);
            };
        }
    }
}
