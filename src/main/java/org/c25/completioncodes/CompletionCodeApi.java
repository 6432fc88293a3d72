package org.c25.completioncodes;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.c25.accounts.Visible;
import org.c25.participation.CompletionCodes;
import org.c25.sets.SetView;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Staff")
class CompletionCodeApi {

    private final CompletionCodes codes;

    CompletionCodeApi(CompletionCodes codes) {
        this.codes = codes;
    }

    @Operation(
            summary = "The completion codes that a set has given out, as CSV",
            description =
                    "A row a code: participant (the slot), completion_code, completed_at, and replaced: 1 if the slot"
                            + " was given on since. The code stays payable then.")
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = "text/csv", schema = @Schema(type = "string", format = "binary")))
    @GetMapping("/api/v1/sets/{set}/completion-codes.csv")
    ResponseEntity<byte[]> given(@Visible SetView set) {
        return CodeFiles.given(set, codes.of(List.of(set.id())));
    }
}
