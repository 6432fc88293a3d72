package org.c25.security;

import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/**
 * The headers that every response has. They let the browser load nothing from other servers, show the page in no frame,
 * and hand its address on to nobody.
 */
public final class SecurityHeaders {

    private static final String CONTENT_SECURITY_POLICY =
            "default-src 'self'; img-src 'self' blob: data:; object-src 'none'; base-uri 'none';"
                    + " form-action 'self'; frame-ancestors 'none'";

    private static final String WITH_INLINE_STYLES = CONTENT_SECURITY_POLICY + "; style-src 'self' 'unsafe-inline'";

    private SecurityHeaders() {}

    public static HttpSecurity on(HttpSecurity http) throws Exception {
        return on(http, CONTENT_SECURITY_POLICY);
    }

    /** For pages of a library that writes styles into them, and shows nothing that people have typed. */
    public static HttpSecurity withInlineStyles(HttpSecurity http) throws Exception {
        return on(http, WITH_INLINE_STYLES);
    }

    private static HttpSecurity on(HttpSecurity http, String contents) throws Exception {
        return http.headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(contents))
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER)));
    }
}
