package org.c25.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.EnumSet;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Shows this server under the path that a proxy names in {@code X-Forwarded-Prefix}: links, redirects and cookies begin with
 * it, in the place of the server's own {@code server.servlet.context-path}. The header is believed from the proxies alone
 * from which Tomcat's {@code RemoteIpValve} takes the others ({@code server.tomcat.remoteip.internal-proxies}). It comes
 * before all filters that look at an address.
 */
final class ForwardedPrefixFilter extends OncePerRequestFilter {

    private static final String HEADER = "X-Forwarded-Prefix";

    /** Set by the {@code RemoteIpValve} where the request comes from one of the proxies. */
    private static final String FROM_PROXY = "org.apache.tomcat.request.forwarded";

    /** A path and no more: with {@code //}, a link would lead to another server. */
    private static final Pattern PATH = Pattern.compile("(/[A-Za-z0-9._~-]+)+");

    /** Returns the path under which a proxy shows this server, such as {@code /c25}; nothing if none says so. */
    static Optional<String> prefix(HttpServletRequest request) {
        if (!Boolean.TRUE.equals(request.getAttribute(FROM_PROXY))) {
            return Optional.empty();
        }
        return Optional.ofNullable(request.getHeader(HEADER))
                .map(path -> path.strip().replaceFirst("/$", ""))
                .filter(path -> path.isEmpty() || PATH.matcher(path).matches());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<String> prefix = prefix(request);
        chain.doFilter(prefix.isPresent() ? new Below(request, prefix.get()) : request, response);
    }

    @Override
    protected boolean shouldNotFilterAsyncDispatch() {
        return false;
    }

    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    /** A request as if the server's path were the proxy's. */
    private static final class Below extends HttpServletRequestWrapper {

        private final String prefix;

        Below(HttpServletRequest request, String prefix) {
            super(request);
            this.prefix = prefix;
        }

        @Override
        public String getContextPath() {
            return prefix;
        }

        /** Worked out each time, since a forward changes it. */
        @Override
        public String getRequestURI() {
            return prefix
                    + super.getRequestURI().substring(super.getContextPath().length());
        }

        @Override
        public StringBuffer getRequestURL() {
            StringBuffer address = super.getRequestURL();
            int path = address.length() - super.getRequestURI().length();
            return address.replace(path, address.length(), getRequestURI());
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Registration {

        @Bean
        FilterRegistrationBean<Filter> forwardedPrefix() {
            FilterRegistrationBean<Filter> first = new FilterRegistrationBean<>(new ForwardedPrefixFilter());
            first.setDispatcherTypes(EnumSet.of(DispatcherType.REQUEST, DispatcherType.ASYNC, DispatcherType.ERROR));
            first.setOrder(Ordered.HIGHEST_PRECEDENCE);
            return first;
        }
    }
}
