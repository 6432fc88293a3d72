package org.c25.accounts;

import jakarta.servlet.DispatcherType;
import org.c25.accounts.Origin.Way;
import org.c25.forms.FormAnswerFilter;
import org.c25.forms.KeptForm;
import org.c25.forms.LateForms;
import org.c25.forms.SentForms;
import org.c25.security.BearerTokens;
import org.c25.security.SecretFilter;
import org.c25.security.SecurityHeaders;
import org.c25.web.ProblemWriter;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.Authentication;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.authentication.www.BasicAuthenticationFilter;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;

/** The rules of who of the staff may call what. Participants have a filter chain of their own, in front of these. */
@Configuration(proxyBeanMethods = false)
class StaffSecurity {

    private static final WantedPage WANTED_PAGE = new WantedPage();

    @Bean
    PasswordEncoder passwordEncoder() {
        return PasswordEncoderFactories.createDelegatingPasswordEncoder();
    }

    /** Only here, to get a token, does the API take a name and a password. */
    @Bean
    @Order(10)
    SecurityFilterChain tokenChain(HttpSecurity http, SignInReplies replies) throws Exception {
        return SecurityHeaders.on(http)
                .securityMatcher(PathPatternRequestMatcher.pathPattern(HttpMethod.POST, "/api/v1/tokens"))
                .csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .httpBasic(basic -> basic.authenticationDetailsSource(request -> Origin.of(request, Way.API))
                        .authenticationEntryPoint(replies::refuseApi))
                .build();
    }

    /** The page on which the API is read and tried: files of a library, which are the same for everybody. */
    @Bean
    @Order(19)
    SecurityFilterChain apiPageChain(HttpSecurity http) throws Exception {
        return SecurityHeaders.withInlineStyles(http)
                .securityMatcher("/api/v1/docs", "/api/v1/swagger-ui/**")
                .csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .build();
    }

    @Bean
    @Order(20)
    SecurityFilterChain apiChain(HttpSecurity http, ApiTokens tokens, ProblemWriter problems) throws Exception {
        return SecurityHeaders.on(http)
                .securityMatcher("/api/**")
                .csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .addFilterBefore(
                        new SecretFilter(request -> BearerTokens.in(request)
                                .flatMap(tokens::callerOf)
                                .map(StaffSecurity::signedIn)
                                .orElse(null)),
                        BasicAuthenticationFilter.class)
                .authorizeHttpRequests(requests -> requests.requestMatchers("/api/v1/openapi", "/api/v1/openapi/**")
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .exceptionHandling(failed -> failed.authenticationEntryPoint((request, response, e) ->
                                problems.unauthorized(response, "Bearer", "Send a valid API token."))
                        .accessDeniedHandler((request, response, e) ->
                                problems.write(response, HttpStatus.FORBIDDEN, "Your account may not do this.")))
                .build();
    }

    private static Authentication signedIn(Caller caller) {
        return UsernamePasswordAuthenticationToken.authenticated(caller, null, caller.getAuthorities());
    }

    @Bean
    @Order(30)
    SecurityFilterChain pageChain(
            HttpSecurity http, Accounts accounts, SignInReplies replies, LateForms lateForms, SentForms sentForms)
            throws Exception {
        return SecurityHeaders.on(http)
                .authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR)
                        .permitAll()
                        .requestMatchers("/sign-in", "/css/**", "/js/**", "/webjars/**", "/favicon.svg", "/sam/*")
                        .permitAll()
                        .requestMatchers(HttpMethod.GET, "/help", "/help/**")
                        .permitAll()
                        .requestMatchers("/actuator/health/**", "/actuator/health")
                        .permitAll()
                        .requestMatchers("/actuator/**")
                        .denyAll()
                        .requestMatchers("/accounts/**")
                        .hasRole(Role.ADMIN.name())
                        .anyRequest()
                        .hasAnyRole(Role.ADMIN.name(), Role.EXPERIMENTER.name()))
                .csrf(csrf -> csrf.csrfTokenRepository(formTokens()).ignoringRequestMatchers(UploadTokens::isUpload))
                .requestCache(cache -> cache.requestCache(WANTED_PAGE))
                .formLogin(form -> form.loginPage("/sign-in")
                        .authenticationDetailsSource(request -> Origin.of(request, Way.PAGE))
                        .successHandler(welcome(replies))
                        .failureHandler(replies::refusePage))
                .logout(logout -> logout.logoutUrl("/sign-out")
                        .addLogoutHandler(replies::signedOut)
                        .logoutSuccessUrl("/sign-in?out"))
                .sessionManagement(Customizer.withDefaults())
                .addFilterBefore(new LiveAccountFilter(accounts), AuthorizationFilter.class)
                .addFilterAfter(new FormAnswerFilter(sentForms), AuthorizationFilter.class)
                .exceptionHandling(failed -> failed.authenticationEntryPoint(replies::askToSignIn)
                        .accessDeniedHandler(lateForms::refuseStaff))
                .build();
    }

    /**
     * Keeps the form token in a cookie, as for participants' forms, so that a stranger who looks at the sign-in page
     * opens no session.
     */
    private static CookieCsrfTokenRepository formTokens() {
        CookieCsrfTokenRepository tokens = new CookieCsrfTokenRepository();
        tokens.setCookieName("c25-staff-form");
        tokens.setCookieCustomizer(cookie -> cookie.sameSite("Lax"));
        return tokens;
    }

    private static AuthenticationSuccessHandler welcome(SignInReplies replies) {
        SavedRequestAwareAuthenticationSuccessHandler onwards = new SavedRequestAwareAuthenticationSuccessHandler();
        onwards.setDefaultTargetUrl("/studies");
        onwards.setRequestCache(WANTED_PAGE);
        return (request, response, known) -> {
            replies.remember(request, response, known);
            if (KeptForm.carriedBy(request).isPresent()) {
                request.getRequestDispatcher("/kept-form").forward(request, response);
            } else {
                onwards.onAuthenticationSuccess(request, response, known);
            }
        };
    }
}
