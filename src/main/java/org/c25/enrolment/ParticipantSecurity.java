package org.c25.enrolment;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.c25.forms.LateForms;
import org.c25.invitations.DeviceTokens;
import org.c25.invitations.ParticipantAddresses;
import org.c25.invitations.ParticipantFilter;
import org.c25.security.SecurityHeaders;
import org.c25.web.ProblemWriter;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.session.NullAuthenticatedSessionStrategy;
import org.springframework.security.web.authentication.www.BasicAuthenticationFilter;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfException;

/**
 * The rules of who may call what, for participants. The invitation's secret comes as a bearer token to the API, and as
 * a cookie to the pages. No session is kept, so none can expire while somebody is at work.
 *
 * <p>People who have shown only a recruiter's link and external ID may call the addresses in the lists here, and no
 * others: a new address is closed to them until it is added. Where it depends on the trial, the handler calls
 * {@link InvitedPerson#requireFull}.
 */
@Configuration(proxyBeanMethods = false)
class ParticipantSecurity {

    private static final String API = ParticipantAddresses.API;

    private static final String[] READ_BY_ARRIVALS = {
        "/p/*",
        "/p/*/language",
        "/p/*/declined",
        "/p/*/questions",
        "/p/*/instructions",
        "/p/*/practice/**",
        "/p/*/trials",
        "/p/*/trials/*",
        "/p/*/unloaded",
        "/p/*/break",
        "/p/*/queue",
        "/p/*/closing",
        "/p/*/return",
        "/p/*/return-code",
        "/p/*/thanks",
        "/p/*/api/trials",
        "/p/*/api/images/*",
        "/p/*/api/standing",
        API + "/trials",
        API + "/images/*",
        API + "/standing"
    };

    private static final String[] SENT_BY_ARRIVALS = {
        "/p/*/consent",
        "/p/*/waiting",
        "/p/*/waiting/end",
        "/p/*/questions",
        "/p/*/practice/*",
        "/p/*/trials/*",
        "/p/*/trials/*/picture-report",
        "/p/*/closing",
        "/p/*/completion",
        "/p/*/return",
        "/p/*/return-code",
        "/p/*/api/consent",
        "/p/*/api/return",
        "/p/*/api/return-code",
        "/p/*/api/trials/*/picture-report",
        "/p/*/api/completion",
        API + "/consent",
        API + "/return",
        API + "/return-code",
        API + "/waiting",
        API + "/trials/*/picture-report",
        API + "/completion"
    };

    private static final String[] ANSWERED_BY_ARRIVALS = {"/p/*/api/trials/*/annotation", API + "/trials/*/annotation"};

    @Bean
    @Order(1)
    SecurityFilterChain participantChain(
            HttpSecurity http,
            DeviceTokens deviceTokens,
            InvalidLinks invalidLinks,
            ReturnCodePages returnCodes,
            LateForms lateForms,
            ProblemWriter problems)
            throws Exception {
        return SecurityHeaders.on(http)
                .securityMatcher(API, API + "/**", "/p/**", "/join/**", "/recruit/**")
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                // Another site's page can send neither a bearer token nor JSON with our cookie.
                .csrf(csrf -> csrf.csrfTokenRepository(formTokens())
                        // Every request here signs in anew, which is no reason to change the token of an open form.
                        .sessionAuthenticationStrategy(new NullAuthenticatedSessionStrategy())
                        .ignoringRequestMatchers(API, API + "/**", "/p/*/api/**"))
                .addFilterBefore(new ParticipantFilter(deviceTokens), BasicAuthenticationFilter.class)
                .authorizeHttpRequests(ParticipantSecurity::rules)
                .exceptionHandling(failed -> failed.authenticationEntryPoint(
                                (request, response, e) -> turnAway(request, response, invalidLinks, problems))
                        .accessDeniedHandler((request, response, e) ->
                                refuse(request, response, e, returnCodes, lateForms, problems)))
                .build();
    }

    private static void rules(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry requests) {
        String[] everybody = {ParticipantFilter.FULL, ParticipantFilter.LIMITED};
        requests.dispatcherTypeMatchers(DispatcherType.ERROR)
                .permitAll()
                .requestMatchers("/join/*", "/recruit/*")
                .permitAll()
                .requestMatchers(HttpMethod.GET, READ_BY_ARRIVALS)
                .hasAnyAuthority(everybody)
                .requestMatchers(HttpMethod.POST, SENT_BY_ARRIVALS)
                .hasAnyAuthority(everybody)
                .requestMatchers(HttpMethod.PUT, ANSWERED_BY_ARRIVALS)
                .hasAnyAuthority(everybody)
                .requestMatchers(HttpMethod.DELETE, API + "/waiting")
                .hasAnyAuthority(everybody)
                .anyRequest()
                .hasAuthority(ParticipantFilter.FULL);
    }

    private static CookieCsrfTokenRepository formTokens() {
        CookieCsrfTokenRepository tokens = new CookieCsrfTokenRepository();
        tokens.setCookieName("c25-form");
        tokens.setCookiePath("/p");
        tokens.setCookieCustomizer(cookie -> cookie.sameSite("Lax"));
        return tokens;
    }

    private static boolean isForPrograms(HttpServletRequest request) {
        return ParticipantFilter.isForApi(request)
                || request.getServletPath().contains("/api/")
                || request.getServletPath().endsWith("/api");
    }

    private static void turnAway(
            HttpServletRequest request, HttpServletResponse response, InvalidLinks invalidLinks, ProblemWriter problems)
            throws IOException {
        if (isForPrograms(request)) {
            problems.unauthorized(response, "Bearer", "Send a valid invitation token.");
        } else {
            invalidLinks.turnAway(ParticipantFilter.secretsIn(request), HttpStatus.UNAUTHORIZED, request, response);
        }
    }

    /**
     * Answers a refused request. A person who has not shown that the slot is theirs is asked for the return code. If
     * the form token is wrong, the form was too old.
     */
    private static void refuse(
            HttpServletRequest request,
            HttpServletResponse response,
            AccessDeniedException e,
            ReturnCodePages returnCodes,
            LateForms lateForms,
            ProblemWriter problems)
            throws IOException, ServletException {
        if (isForPrograms(request)) {
            problems.write(
                    response,
                    HttpStatus.FORBIDDEN,
                    "This needs the return code: send it to the address return-code beside this one, or open the study"
                            + " on the device on which you began.");
        } else if (e instanceof CsrfException) {
            lateForms.refuseParticipant(request, response, e);
        } else {
            returnCodes.ask(request);
            response.sendError(HttpStatus.FORBIDDEN.value());
        }
    }
}
