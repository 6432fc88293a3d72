package org.c25.accounts;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.c25.bodies.UploadRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRequestHandler;
import org.springframework.security.web.csrf.DeferredCsrfToken;
import org.springframework.security.web.csrf.InvalidCsrfTokenException;
import org.springframework.security.web.csrf.XorCsrfTokenRequestAttributeHandler;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.util.WebUtils;

/**
 * Checks the form token of an upload. Spring's filter runs before the rules of access are checked, and would read all
 * parts of anybody's upload to find the token. This check runs after them.
 */
@Configuration(proxyBeanMethods = false)
class UploadTokens implements WebMvcConfigurer, HandlerInterceptor {

    private final CsrfTokenRequestHandler tokens = new XorCsrfTokenRequestAttributeHandler();

    /** Whether Spring's filter leaves the token of this request to us. */
    static boolean isUpload(HttpServletRequest request) {
        return WebUtils.getNativeRequest(request, UploadRequest.class) != null;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this); // runs after the gate that opens uploads
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        // Spring's filter sets this attribute for pages. The API has none: another site's page can't send a bearer
        // token.
        if (isUpload(request)
                && request.getAttribute(DeferredCsrfToken.class.getName()) instanceof DeferredCsrfToken kept) {
            CsrfToken expected = kept.get();
            String sent = tokens.resolveCsrfTokenValue(request, expected);
            if (!isSame(sent, expected.getToken())) {
                throw new InvalidCsrfTokenException(expected, sent);
            }
        }
        return true;
    }

    private static boolean isSame(@Nullable String sent, String expected) {
        return sent != null
                && MessageDigest.isEqual(
                        sent.getBytes(StandardCharsets.UTF_8), expected.getBytes(StandardCharsets.UTF_8));
    }
}
