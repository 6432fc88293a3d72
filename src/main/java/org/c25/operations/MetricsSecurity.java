package org.c25.operations;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import org.c25.security.BearerTokens;
import org.c25.security.SecretFilter;
import org.c25.security.SecurityHeaders;
import org.c25.web.ProblemWriter;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.www.BasicAuthenticationFilter;

/** Lets Prometheus read the figures, by the token that is set for it. Without one they are closed, as the rest of the actuator is. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnBooleanProperty(Switches.METRICS_ON)
class MetricsSecurity {

    @Bean
    @Order(15)
    SecurityFilterChain metricsChain(
            HttpSecurity http, ProblemWriter problems, @Value("${" + Switches.METRICS + "}") String token)
            throws Exception {
        byte[] right = token.getBytes(StandardCharsets.UTF_8);
        return SecurityHeaders.on(http)
                .securityMatcher("/actuator/prometheus")
                .csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .addFilterBefore(
                        new SecretFilter(request -> BearerTokens.in(request)
                                .filter(sent ->
                                        MessageDigest.isEqual(sent.text().getBytes(StandardCharsets.UTF_8), right))
                                .map(sent -> UsernamePasswordAuthenticationToken.authenticated(
                                        "prometheus", null, List.of()))
                                .orElse(null)),
                        BasicAuthenticationFilter.class)
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .exceptionHandling(failed -> failed.authenticationEntryPoint((request, response, e) ->
                        problems.unauthorized(response, "Bearer", "Send the token of c25.metrics.token.")))
                .build();
    }
}
