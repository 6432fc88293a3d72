package org.c25.storage;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import org.c25.common.Outage;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses requests at once that could only fail: all that need the database while it is away, and uploads while the
 * rest of the disk is kept for answers. An exception that is thrown here is turned into a response by a filter in front
 * of this one.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 20)
class StorageGate extends OncePerRequestFilter {

    private static final Pattern NEEDS_NO_DATABASE =
            Pattern.compile("/(actuator|css|js|webjars|sam)(/.*)?|/favicon\\.svg|/error");

    private final DatabaseWatch watch;
    private final DataFolder folder;

    StorageGate(DatabaseWatch watch, DataFolder folder) {
        this.watch = watch;
        this.folder = folder;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (watch.isAway()
                && !NEEDS_NO_DATABASE.matcher(request.getServletPath()).matches()) {
            throw new DataAccessResourceFailureException("the database is away");
        }
        if (storesFiles(request)) {
            folder.requireRoom();
        }
        try {
            chain.doFilter(request, response);
        } catch (IOException | ServletException | RuntimeException e) {
            if (Outage.of(e).filter(Outage.DISK_FULL::equals).isPresent()) {
                watch.suspectFullDisk();
            }
            throw e;
        }
    }

    private static boolean storesFiles(HttpServletRequest request) {
        String type = String.valueOf(request.getContentType());
        return type.regionMatches(true, 0, "multipart/", 0, "multipart/".length())
                || request.getMethod().equals("POST")
                        && request.getServletPath().endsWith("/snapshots");
    }
}
