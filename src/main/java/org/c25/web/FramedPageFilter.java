package org.c25.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Set;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.HtmlUtils;

/**
 * Answers a browser that asks for a page to show it inside another page: with a page that says to open it in a window of its
 * own. This one alone may be shown in a frame, and all that can be clicked in it is a link to that window; every other page
 * stays refused by the browser, as its headers say. Nothing that the address would do is done. Browsers tell by
 * {@code Sec-Fetch-Dest} where a page is to go; of those that do not (Safari before 16.4), the frame stays empty.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 70)
class FramedPageFilter extends OncePerRequestFilter {

    private static final Set<String> FRAMES = Set.of("iframe", "frame", "embed", "object", "fencedframe");

    private static final String CONTENT_SECURITY_POLICY =
            "default-src 'none'; style-src 'self'; base-uri 'none';" + " form-action 'none'; frame-ancestors *";

    private final BarePage page;
    private final Languages languages;

    FramedPageFilter(BarePage page, Languages languages) {
        this.page = page;
        this.languages = languages;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String destination = request.getHeader("Sec-Fetch-Dest");
        if (destination == null || !FRAMES.contains(destination)) {
            chain.doFilter(request, response);
            return;
        }
        response.setStatus(HttpServletResponse.SC_FORBIDDEN);
        response.setHeader("Content-Security-Policy", CONTENT_SECURITY_POLICY);
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        Locale locale = languages.resolveLocale(request);
        page.write(response, locale, request.getContextPath(), "framed.title", words(request, locale));
    }

    private String words(HttpServletRequest request, Locale locale) {
        String query = request.getQueryString() == null ? "" : "?" + request.getQueryString();
        return "<p>" + page.said("framed.text", locale) + "</p>\n<p><a role=\"button\" target=\"_blank\""
                + " rel=\"noopener noreferrer\" href=\"" + HtmlUtils.htmlEscape(request.getRequestURI() + query)
                + "\">" + page.said("framed.open", locale) + "</a></p>";
    }
}
