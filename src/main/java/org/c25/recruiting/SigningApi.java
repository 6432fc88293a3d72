package org.c25.recruiting;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.c25.accounts.Caller;
import org.c25.accounts.Visible;
import org.c25.studies.StudyView;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Staff")
@RequestMapping("/api/v1/studies/{study}/signing-secret")
class SigningApi {

    private final SigningSecrets secrets;

    SigningApi(SigningSecrets secrets) {
        this.secrets = secrets;
    }

    @Operation(
            summary = "Sets the secret with which the study's recruiter signs whom it sends; told this once",
            description = "The recruiter adds the ID's HMAC-SHA-256 with it, in hexadecimal, to the recruiting link, in"
                    + " the parameter that the protocol names as recruiter.signatureParameter. A secret that was there"
                    + " before is replaced at once.")
    @PutMapping
    Told set(
            @AuthenticationPrincipal Caller caller,
            @Visible StudyView study,
            @RequestBody(required = false) @Nullable Wanted wanted) {
        return new Told(secrets.set(caller, study.id(), wanted == null ? null : wanted.secret()));
    }

    @Operation(summary = "Takes it away: nothing that the recruiter signs is taken any more")
    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@AuthenticationPrincipal Caller caller, @Visible StudyView study) {
        secrets.remove(caller, study.id());
    }

    record Wanted(
            @Schema(
                    description =
                            "One that the recruiter has already: 16 to 200 ASCII characters without spaces; left out to have"
                                    + " one made")
            @Nullable
            String secret) {

        /** Returns a text without the secret: a record's own text would end up in a log. */
        @Override
        public String toString() {
            return "Wanted[…]";
        }
    }

    record Told(String secret) {

        @Override
        public String toString() {
            return "Told[…]";
        }
    }
}
