package org.c25.recruiting;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Reads the parameters of a participant's link however they are written. The server itself refuses an address with a
 * bare {@code %}, as in a recruiter's placeholder {@code %SURVEY_CODE%} that nobody filled in. Here it stands for
 * itself, and a person who comes with it reads what is missing.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 100)
class LenientQueryFilter extends OncePerRequestFilter {

    private static final Pattern BARE_PERCENT = Pattern.compile("%(?![0-9A-Fa-f]{2})");

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String path = request.getServletPath();
        return !path.startsWith("/recruit/") && !path.startsWith("/join/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(request.getQueryString() == null ? request : new LenientRequest(request), response);
    }

    private static final class LenientRequest extends HttpServletRequestWrapper {

        private final MultiValueMap<String, String> parameters = new LinkedMultiValueMap<>();

        LenientRequest(HttpServletRequest request) {
            super(request);
            for (String pair : request.getQueryString().split("&")) {
                String[] parts = pair.split("=", 2);
                parameters.add(decoded(parts[0]), parts.length > 1 ? decoded(parts[1]) : "");
            }
        }

        private static String decoded(String text) {
            return URLDecoder.decode(BARE_PERCENT.matcher(text).replaceAll("%25"), StandardCharsets.UTF_8);
        }

        @Override
        public @Nullable String getParameter(String name) {
            return parameters.getFirst(name);
        }

        @Override
        public String @Nullable [] getParameterValues(String name) {
            return getParameterMap().get(name);
        }

        @Override
        public Enumeration<String> getParameterNames() {
            return Collections.enumeration(parameters.keySet());
        }

        @Override
        public Map<String, String[]> getParameterMap() {
            Map<String, String[]> all = new LinkedHashMap<>();
            parameters.forEach((name, values) -> all.put(name, values.toArray(String[]::new)));
            return all;
        }
    }
}
