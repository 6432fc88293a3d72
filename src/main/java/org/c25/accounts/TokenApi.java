package org.c25.accounts;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
class TokenApi {

    private final ApiTokens tokens;

    TokenApi(ApiTokens tokens) {
        this.tokens = tokens;
    }

    @PostMapping("/api/v1/tokens")
    @ResponseStatus(HttpStatus.CREATED)
    Created create(@AuthenticationPrincipal Caller caller, @Valid @RequestBody Wanted wanted) {
        return new Created(tokens.create(caller, wanted.name()).text());
    }

    record Wanted(
            @NotNull(message = "is missing; say what the token is for")
            String name) {}

    record Created(String token) {}
}
