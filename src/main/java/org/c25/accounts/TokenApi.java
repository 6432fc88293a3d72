package org.c25.accounts;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
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

    record TokenPurpose(
            @NotNull(message = "is missing; say what the token is for")
            String name) {}

    record NewToken(String token) {}
}
