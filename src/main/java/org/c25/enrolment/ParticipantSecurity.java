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
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
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

    private static final String PAGES_API = "/p/*/api/**";

    private static final String[] ANSWERED_BY_ARRIVALS = {API + "/trials/*/annotation", "/p/*/api/trials/*/annotation"};

    private static final String[] API_READ_BY_ARRIVALS = {
        API + "/images/*",
        "/p/*/api/images/*",
        API + "/trials",
        "/p/*/api/trials",
        API + "/standing",
        "/p/*/api/standing"
    };

    private static final String[] API_SENT_BY_ARRIVALS = {
        API + "/consent",
        "/p/*/api/consent",
        API + "/return",
        "/p/*/api/return",
        API + "/return-code",
        "/p/*/api/return-code",
        API + "/waiting",
        API + "/trials/*/picture-report",
        "/p/*/api/trials/*/picture-report",
        API + "/completion",
        "/p/*/api/completion"
    };

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
        "/p/*/thanks"
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
        "/p/*/return-code"
    };

    private static final String[] EVERYBODY = {ParticipantFilter.FULL, ParticipantFilter.LIMITED};

    /** No filter and no rule is timed by itself: that would take longer than most of them do. */
    @Bean
    static SecurityObservationSettings requestsAreTimedAsAWhole() {
        return SecurityObservationSettings.noObservations();
    }

    /**
     * The chain of programs and of the pages' scripts, on which every trial, picture and answer comes. It has only the
     * filters that these need: nobody here has a session, a form or a page to go back to. Another site's page can send
     * neither a bearer token nor JSON with our cookie, so there is no form token either.
     */
    @Bean
    @Order(0)
    SecurityFilterChain participantApiChain(HttpSecurity http, DeviceTokens deviceTokens, ProblemWriter problems)
            throws Exception {
        return SecurityHeaders.on(http)
                .securityMatcher(API, API + "/**", PAGES_API)
                .sessionManagement(AbstractHttpConfigurer::disable)
                .securityContext(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .servletApi(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .csrf(AbstractHttpConfigurer::disable)
                .addFilterBefore(new ParticipantFilter(deviceTokens), BasicAuthenticationFilter.class)
                .authorizeHttpRequests(ParticipantSecurity::apiRules)
                .exceptionHandling(failed -> failed.authenticationEntryPoint((request, response, e) ->
                                problems.unauthorized(response, "Bearer", "Send a valid invitation token."))
                        .accessDeniedHandler((request, response, e) -> problems.write(
                                response,
                                HttpStatus.FORBIDDEN,
                                "This needs the return code: send it to the address return-code beside this one, or open the study"
                                        + " on the device on which you began.")))
                .build();
    }

    @Bean
    @Order(1)
    SecurityFilterChain participantChain(
            HttpSecurity http,
            DeviceTokens deviceTokens,
            InvalidLinks invalidLinks,
            ReturnCodePages returnCodes,
            LateForms lateForms)
            throws Exception {
        return SecurityHeaders.on(http)
                .securityMatcher("/p/**", "/join/**", "/recruit/**")
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(csrf -> csrf.csrfTokenRepository(formTokens())
                        // Every request here signs in anew, which is no reason to change the token of an open form.
                        .sessionAuthenticationStrategy(new NullAuthenticatedSessionStrategy()))
                .addFilterBefore(new ParticipantFilter(deviceTokens), BasicAuthenticationFilter.class)
                .authorizeHttpRequests(ParticipantSecurity::rules)
                .exceptionHandling(
                        failed -> failed.authenticationEntryPoint((request, response, e) -> invalidLinks.turnAway(
                                        ParticipantFilter.secretsIn(request),
                                        HttpStatus.UNAUTHORIZED,
                                        request,
                                        response))
                                .accessDeniedHandler(
                                        (request, response, e) -> refuse(request, response, e, returnCodes, lateForms)))
                .build();
    }

    /** What comes most often stands first: the rules are tried in turn. */
    private static void apiRules(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry requests) {
        requests.requestMatchers(HttpMethod.PUT, ANSWERED_BY_ARRIVALS)
                .hasAnyAuthority(EVERYBODY)
                .requestMatchers(HttpMethod.GET, API_READ_BY_ARRIVALS)
                .hasAnyAuthority(EVERYBODY)
                .requestMatchers(HttpMethod.POST, API_SENT_BY_ARRIVALS)
                .hasAnyAuthority(EVERYBODY)
                .requestMatchers(HttpMethod.DELETE, API + "/waiting")
                .hasAnyAuthority(EVERYBODY)
                .anyRequest()
                .hasAuthority(ParticipantFilter.FULL);
    }

    private static void rules(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry requests) {
        requests.dispatcherTypeMatchers(DispatcherType.ERROR)
                .permitAll()
                .requestMatchers("/join/*", "/recruit/*")
                .permitAll()
                .requestMatchers(HttpMethod.GET, READ_BY_ARRIVALS)
                .hasAnyAuthority(EVERYBODY)
                .requestMatchers(HttpMethod.POST, SENT_BY_ARRIVALS)
                .hasAnyAuthority(EVERYBODY)
                .anyRequest()
                .hasAuthority(ParticipantFilter.FULL);
    }

    private static CookieCsrfTokenRepository formTokens() {
        CookieCsrfTokenRepository tokens = new CookieCsrfTokenRepository();
        tokens.setCookieName("c25-form");
        tokens.setCookieCustomizer(cookie -> cookie.sameSite("Lax"));
        return tokens;
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
            LateForms lateForms)
            throws IOException, ServletException {
        if (e instanceof CsrfException) {
            lateForms.refuseParticipant(request, response, e);
        } else {
            returnCodes.ask(request);
            response.sendError(HttpStatus.FORBIDDEN.value());
        }
    }
}
