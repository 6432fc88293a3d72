package org.c25.web;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** The address under which people reach this server: {@code c25.public-url} if set, else the one they just used. */
@Component
public class PublicAddress {

    private final String configured;

    PublicAddress(@Value("${c25.public-url:}") String configured) {
        this.configured = configured.replaceAll("/+$", "");
    }

    /** A whole address; only to be called while a request is served. */
    public String of(String path) {
        return base() + path;
    }

    private String base() {
        return configured.isEmpty()
                ? ServletUriComponentsBuilder.fromCurrentContextPath().build().toUriString()
                : configured;
    }

    /** A whole address outside of any request, from the configured one or else this port on this machine. */
    public String of(String path, int port) {
        return (configured.isEmpty() ? "http://localhost:" + port : configured) + path;
    }
}
