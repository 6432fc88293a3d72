package org.c25.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Says 503 with {@code Retry-After}, and one line in the log, where a request fails because the database does not answer or
 * has no connection free. It stands in front of everything, as the first to ask the database are the security filters.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class UnavailableFilter extends OncePerRequestFilter {

    private static final Logger LOG = LoggerFactory.getLogger(UnavailableFilter.class);

    private static final String RETRY_AFTER_SECONDS = "5";

    private static final List<Class<? extends Throwable>> DATABASE_AWAY = List.of(
            CannotCreateTransactionException.class,
            DataAccessResourceFailureException.class,
            QueryTimeoutException.class);

    /**
     * No connection, or one that broke (08); PostgreSQL has too many of them, shuts down or starts (53300, 57P0x); H2 is
     * closed.
     */
    private static final Pattern AWAY_SQL_STATES = Pattern.compile("08...|53300|57P0[1-3]|90067|90098|90121");

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (IOException | ServletException | RuntimeException e) {
            Optional<Throwable> cause = unavailable(e);
            if (cause.isEmpty() || response.isCommitted()) {
                throw e;
            }
            LOG.warn("{} {}: 503, {}", request.getMethod(), firstStep(request), firstLine(cause.get()));
            if (!request.getRequestURI().startsWith("/p/")) {
                request.setAttribute(ErrorPages.DETAIL, "error.away");
            }
            response.setHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
            response.sendError(HttpStatus.SERVICE_UNAVAILABLE.value());
        }
    }

    /** What in the chain of causes says that the server can't serve at present, if anything does. */
    static Optional<Throwable> unavailable(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (isAway(cause)) {
                return Optional.of(cause);
            }
        }
        return Optional.empty();
    }

    private static boolean isAway(Throwable cause) {
        return DATABASE_AWAY.stream().anyMatch(kind -> kind.isInstance(cause))
                || cause instanceof SQLException sql
                        && AWAY_SQL_STATES
                                .matcher(String.valueOf(sql.getSQLState()))
                                .matches();
    }

    /** No more of the address, since it can hold a link's secret. */
    private static String firstStep(HttpServletRequest request) {
        return request.getRequestURI().replaceFirst("^(/[^/]*).*", "$1");
    }

    private static String firstLine(Throwable cause) {
        return String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
    }
}
