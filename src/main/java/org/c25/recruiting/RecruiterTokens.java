package org.c25.recruiting;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import java.net.MalformedURLException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.c25.participation.Ineligibility;
import org.c25.protocol.JwksAddresses;
import org.c25.protocol.JwtSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.JwtTypeValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.stereotype.Component;

/**
 * Verifies recruiters' JWTs by the keys that they publish. Keys are kept for five minutes, and asked for anew at most
 * twice in half a minute, whatever key a token names: a stranger's tokens don't become requests to the recruiter.
 */
@Component
class RecruiterTokens {

    private static final long KEPT_MILLIS = 300_000;
    private static final long PATIENCE_MILLIS = 6_000;
    private static final long LEAST_INTERVAL_MILLIS = 30_000;
    private static final int MOST_DECODERS = 100;
    private static final int LONGEST_TOKEN = 8_000;

    /** The longest life of a token, which is longer than recruiters' tokens last: Prolific's last an hour. */
    private static final Duration LONGEST_LIFE = Duration.ofDays(1);

    private static final Duration FOR_CLOCKS = Duration.ofMinutes(1);

    private final JwksAddresses addresses;
    private final Clock clock;

    private final Cache<JwtSettings, JwtDecoder> decoders =
            Caffeine.newBuilder().maximumSize(MOST_DECODERS).build();

    RecruiterTokens(JwksAddresses addresses, Clock clock) {
        this.addresses = addresses;
        this.clock = clock;
    }

    /**
     * Returns the ID in a token.
     *
     * @return null if the token has no such claim
     * @throws ArrivalSignatures.Unproven if the token is not the recruiter's, not for this server, or expired, or if
     *     the recruiter's keys can't be had at present
     */
    @Nullable
    String idIn(String token, JwtSettings settings) {
        if (token.length() > LONGEST_TOKEN) {
            throw new ArrivalSignatures.Unproven(Ineligibility.BAD_SIGNATURE);
        }
        try {
            return claim(decoders.get(settings, this::decoderFor).decode(token).getClaims(), settings.idClaim());
        } catch (BadJwtException e) {
            throw new ArrivalSignatures.Unproven(Ineligibility.BAD_SIGNATURE);
        } catch (JwtException e) {
            throw new ArrivalSignatures.Unproven(Ineligibility.KEYS_AWAY);
        }
    }

    private JwtDecoder decoderFor(JwtSettings settings) {
        NimbusJwtDecoder decoder = NimbusJwtDecoder.withJwkSource(keys(settings))
                .jwsAlgorithms(algorithms -> algorithms.addAll(Arrays.asList(SignatureAlgorithm.values())))
                .build();
        JwtTimestampValidator inTime = new JwtTimestampValidator();
        inTime.setAllowEmptyExpiryClaim(false);
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<Jwt>(
                inTime,
                this::isShortLived,
                new JwtIssuerValidator(settings.issuer()),
                new JwtClaimValidator<List<String>>(
                        JwtClaimNames.AUD,
                        audiences -> audiences != null
                                && audiences.stream().anyMatch(audience -> fits(audience, settings.audience()))),
                JwtTypeValidator.jwt()));
        return decoder;
    }

    /** Checks that a token is short-lived, so that one that is found in a log or a history long after is of no use. */
    private OAuth2TokenValidatorResult isShortLived(Jwt token) {
        Instant end = token.getExpiresAt();
        Instant begin = Objects.requireNonNullElse(token.getIssuedAt(), clock.instant());
        Instant earlier = begin.isBefore(clock.instant()) ? begin : clock.instant();
        return end == null || end.isAfter(earlier.plus(LONGEST_LIFE).plus(FOR_CLOCKS))
                ? OAuth2TokenValidatorResult.failure(new OAuth2Error("invalid_token", "It lasts for too long.", null))
                : OAuth2TokenValidatorResult.success();
    }

    private JWKSource<SecurityContext> keys(JwtSettings settings) {
        try {
            return JWKSourceBuilder.<SecurityContext>create(
                            URI.create(settings.jwksUrl()).toURL(), new RecruiterKeys(addresses))
                    .cache(KEPT_MILLIS, PATIENCE_MILLIS)
                    .refreshAheadCache(false)
                    .rateLimited(LEAST_INTERVAL_MILLIS)
                    .build();
        } catch (MalformedURLException e) {
            throw new IllegalStateException(e); // The settings have checked it.
        }
    }

    /**
     * Whether an audience is the expected one, or an address below it: recruiters name the very address that was
     * opened.
     */
    private static boolean fits(String audience, String expected) {
        return audience.equals(expected)
                || expected.contains("://")
                        && audience.startsWith(expected)
                        && (expected.endsWith("/") || "/?#".indexOf(audience.charAt(expected.length())) >= 0);
    }

    /** Returns a claim by its name, or by the path to it; null if there is none. */
    private static @Nullable String claim(Map<?, ?> claims, String name) {
        if (claims.get(name) instanceof String text) {
            return text;
        }
        int dot = name.indexOf('.');
        return dot > 0 && claims.get(name.substring(0, dot)) instanceof Map<?, ?> inner
                ? claim(inner, name.substring(dot + 1))
                : null;
    }
}
