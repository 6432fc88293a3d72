package org.c25.enrolment;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.c25.accounts.BearerTokens;
import org.c25.accounts.Secret;
import org.c25.accounts.SecretFilter;
import org.c25.accounts.SecurityHeaders;
import org.c25.web.ProblemWriter;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.session.NullAuthenticatedSessionStrategy;
import org.springframework.security.web.authentication.www.BasicAuthenticationFilter;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;

/**
 * Who may call what, for participants: the invitation's secret comes as a bearer token to the API, and as a cookie to
 * the pages. No session is kept, so none can expire under somebody's hands.
 */
@Configuration(proxyBeanMethods = false)
class ParticipantSecurity {

    static final String API = "/api/v1/participant";
    static final String PAGE_API = "/p/{ref}/api";
    private static final String AUTHORITY = "PARTICIPANT";

    @Bean
    @Order(1)
    SecurityFilterChain participantChain(
            HttpSecurity http, Newcomers newcomers, DeadLinks deadLinks, ProblemWriter problems) throws Exception {
        return SecurityHeaders.on(http)
                .securityMatcher(API, API + "/**", "/p/**", "/join/**", "/recruit/**")
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                // Another site's page can send neither a bearer token nor JSON with our cookie.
                .csrf(csrf -> csrf.csrfTokenRepository(formTokens())
                        // Everyone signs in with every request here: no reason to change the token under an open form.
                        .sessionAuthenticationStrategy(new NullAuthenticatedSessionStrategy())
                        .ignoringRequestMatchers(API, API + "/**", "/p/*/api/**"))
                .addFilterBefore(
                        new SecretFilter(ParticipantSecurity::secretIn, newcomers::whoBrings, AUTHORITY),
                        BasicAuthenticationFilter.class)
                .authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR)
                        .permitAll()
                        .requestMatchers("/join/*", "/recruit/*")
                        .permitAll()
                        .anyRequest()
                        .hasAuthority(AUTHORITY))
                .exceptionHandling(failed -> failed.authenticationEntryPoint(
                        (request, response, e) -> turnAway(request, response, deadLinks, problems)))
                .build();
    }

    private static CookieCsrfTokenRepository formTokens() {
        CookieCsrfTokenRepository tokens = new CookieCsrfTokenRepository();
        tokens.setCookieName("c25-form");
        tokens.setCookiePath("/p");
        tokens.setCookieCustomizer(cookie -> cookie.sameSite("Lax"));
        return tokens;
    }

    private static Optional<Secret> secretIn(HttpServletRequest request) {
        return isApi(request) ? BearerTokens.in(request) : ParticipantCookie.secretIn(request);
    }

    private static boolean isApi(HttpServletRequest request) {
        return request.getServletPath().startsWith(API);
    }

    private static void turnAway(
            HttpServletRequest request, HttpServletResponse response, DeadLinks deadLinks, ProblemWriter problems)
            throws IOException {
        if (isApi(request) || request.getServletPath().contains("/api/")) {
            problems.unauthorized(response, "Bearer", "Send a valid invitation token.");
        } else {
            deadLinks.turnAway(secretIn(request), HttpStatus.UNAUTHORIZED, request, response);
        }
    }
}
