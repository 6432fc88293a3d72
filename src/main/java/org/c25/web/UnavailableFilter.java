package org.c25.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.c25.common.Causes;
import org.c25.common.Outage;
import org.c25.common.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Answers a request that fails because of an {@link Outage} with 503 and {@code Retry-After}, and writes one line to
 * the log. It stands in front of everything else, since the security filters are the first to ask the database.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class UnavailableFilter extends OncePerRequestFilter {

    private static final Logger LOG = LoggerFactory.getLogger(UnavailableFilter.class);

    private static final Duration RETRY_AFTER = Duration.ofSeconds(5);

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (IOException | ServletException | RuntimeException | OutOfMemoryError e) {
            Optional<Problem> problem = unavailable(e);
            if (problem.isEmpty() || response.isCommitted()) {
                throw e;
            }
            LOG.warn("{} {}: 503, {}", request.getMethod(), pattern(request), Causes.bottom(e));
            if (request.getMethod().equals("GET")
                    && !request.getServletPath().startsWith("/p/")
                    && Outage.of(e).isPresent()) {
                request.setAttribute(ErrorPages.DETAIL, "error.away");
            }
            tell(problem.get(), request, response);
        }
    }

    static void tell(Problem problem, HttpServletRequest request, HttpServletResponse response) throws IOException {
        request.setAttribute(ErrorPages.PROBLEM, problem);
        problem.getHeaders().forEach((name, values) -> response.setHeader(name, values.get(0)));
        response.sendError(HttpStatus.SERVICE_UNAVAILABLE.value());
    }

    /** Returns the problem for a failure that is no fault of the request's; empty for any other. */
    static Optional<Problem> unavailable(Throwable thrown) {
        if (thrown instanceof Problem problem && problem.getStatusCode() == HttpStatus.SERVICE_UNAVAILABLE) {
            return Optional.of(problem);
        }
        return Outage.of(thrown).map(outage -> Problem.unavailable(outage.detail(), RETRY_AFTER));
    }

    /**
     * Returns the address for the log: the handler's pattern, or only the first step of the path if no handler was
     * reached, since an address can hold a secret.
     */
    private static String pattern(HttpServletRequest request) {
        Object pattern = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        return pattern != null ? pattern.toString() : request.getServletPath().replaceFirst("^(/[^/]*).*", "$1");
    }
}
