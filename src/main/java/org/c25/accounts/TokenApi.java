package org.c25.accounts;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Staff")
class TokenApi {

    private final ApiTokens tokens;

    TokenApi(ApiTokens tokens) {
        this.tokens = tokens;
    }

    @Operation(summary = "Makes an API token, shown this once. HTTP Basic with an account's name and password")
    @PostMapping("/api/v1/tokens")
    @ResponseStatus(HttpStatus.CREATED)
    NewToken create(@AuthenticationPrincipal Caller caller, @Valid @RequestBody TokenPurpose wanted) {
        return new NewToken(tokens.create(caller, wanted.name()).text());
    }

    @Operation(summary = "The tokens that work: one's own; for an admin everybody's")
    @GetMapping("/api/v1/tokens")
    List<KnownToken> all(@AuthenticationPrincipal Caller caller) {
        return tokens.visibleTo(caller).stream().map(KnownToken::of).toList();
    }

    @Operation(summary = "Revokes a token: one's own; as an admin anybody's")
    @DeleteMapping("/api/v1/tokens/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revoke(@AuthenticationPrincipal Caller caller, @PathVariable long id) {
        tokens.revoke(caller, id);
    }

    record TokenPurpose(
            @NotNull(message = "is missing; say what the token is for")
            String name) {}

    record NewToken(String token) {}

    record KnownToken(
            long id,
            String account,
            String name,
            Instant createdAt,
            @Nullable Instant lastUsedAt) {

        static KnownToken of(ApiToken token) {
            return new KnownToken(token.id(), token.account(), token.name(), token.createdAt(), token.lastUsedAt());
        }
    }
}
