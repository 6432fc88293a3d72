package org.c25.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Sends somebody on who follows a link with a secret to which something is stuck: the full stop of its sentence, a bracket,
 * a quotation mark, a space or a slash. E-mail programs take these for a part of the link. It comes before all that would
 * refuse such an address.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 50)
class StuckLinkFilter extends OncePerRequestFilter {

    /**
     * What follows or precedes a secret, as it stands in an address: no letter and no digit, an escaped character, or
     * anything after a semicolon.
     */
    private static final String STUCK = "(?:%[0-9A-Fa-f]{2}|;.*|[^A-Za-z0-9])*";

    private static final Pattern LINK =
            Pattern.compile(".*/(?:join|recruit|proof)/(" + STUCK + ")([A-Za-z0-9_-]{32})(" + STUCK + ")");

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Matcher link = LINK.matcher(request.getRequestURI());
        boolean stuck = request.getMethod().equals("GET")
                && link.matches()
                && !(link.group(1).isEmpty() && link.group(3).isEmpty());
        if (!stuck) {
            chain.doFilter(request, response);
            return;
        }
        // Relative, so that it leads to the right place under whatever path a proxy shows this server.
        String up = "../".repeat((int)
                (link.group(1) + link.group(3)).chars().filter(c -> c == '/').count());
        String query = request.getQueryString() == null ? "" : "?" + request.getQueryString();
        response.setStatus(HttpServletResponse.SC_FOUND);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader(HttpHeaders.LOCATION, (up.isEmpty() ? "./" : up) + link.group(2) + query);
    }
}
