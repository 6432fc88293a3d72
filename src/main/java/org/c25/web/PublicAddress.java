package org.c25.web;

import java.util.Objects;
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
    private final OwnAddress own;

    PublicAddress(@Value("${c25.public-url:}") String configured, OwnAddress own) {
        this.configured = configured.replaceAll("/+$", "");
        this.own = own;
    }

    /** Returns the path under which the present request finds this server: empty at the root of its host, or such as {@code /c25}. */
    public static String root() {
        return Objects.requireNonNullElse(
                ServletUriComponentsBuilder.fromCurrentContextPath().build().getPath(), "");
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

    /** Returns a whole address outside of any request: the configured one, or else how other machines call this one. */
    public String of(String path, int port) {
        return (configured.isEmpty() ? own.inTheNetwork(port) : configured) + path;
    }

    /** Returns how this machine itself reaches the server, where that differs from {@link #of(String, int)}. */
    public Optional<String> here(int port) {
        return Optional.of(own.onThisMachine(port))
                .filter(here -> configured.isEmpty() && !here.equals(own.inTheNetwork(port)));
    }
}
