package org.c25.web;

import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/**
 * The address under which people reach this server: {@code c25.public-url} if set, else the address of the present
 * request.
 */
@Component
public class PublicAddress {

    private final String configured;

    PublicAddress(@Value("${c25.public-url:}") String configured) {
        this.configured = configured.replaceAll("/+$", "");
    }

    /** Returns a whole address; it may only be called while a request is served. */
    public String of(String path) {
        return base() + path;
    }

    private String base() {
        return configured.isEmpty()
                ? ServletUriComponentsBuilder.fromCurrentContextPath().build().toUriString()
                : configured;
    }

    /** Returns the beginning of every address, if it is configured or a request is being served. */
    public Optional<String> known() {
        return configured.isEmpty() && RequestContextHolder.getRequestAttributes() == null
                ? Optional.empty()
                : Optional.of(base());
    }

    /** Returns the beginning of every address as it is configured. */
    public Optional<String> configured() {
        return Optional.of(configured).filter(address -> !address.isEmpty());
    }

    /** Returns a whole address outside of any request, from the configured one or else this port on this machine. */
    public String of(String path, int port) {
        return (configured.isEmpty() ? "http://localhost:" + port : configured) + path;
    }
}
