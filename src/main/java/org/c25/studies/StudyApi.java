package org.c25.studies;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.io.IOException;
import org.c25.accounts.Caller;
import org.c25.accounts.Visible;
import org.c25.bodies.LongBody;
import org.c25.common.Problem;
import org.c25.protocol.Protocol;
import org.c25.protocol.ProtocolFile;
import org.c25.protocol.WrittenProtocol;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

@RestController
@Tag(name = "Staff")
class StudyApi {

    private final Studies studies;

    StudyApi(Studies studies) {
        this.studies = studies;
    }

    @Operation(summary = "Makes a study. What is left out is as in AffectNetC25, or as in the study that copyOf names")
    @LongBody
    @PostMapping(path = "/api/v1/studies", consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    CreatedStudy create(@AuthenticationPrincipal Caller caller, @Valid @RequestBody NewStudy wanted) {
        Protocol protocol = wanted.copyOf() == null
                ? wanted.written().protocol()
                : wanted.written().protocol(copied(caller, wanted.copyOf()));
        return new CreatedStudy(studies.create(caller, protocol).id());
    }

    private Protocol copied(Caller caller, long study) {
        try {
            return studies.require(caller, study).protocol();
        } catch (Problem hidden) {
            throw Problem.invalid("copyOf", "is none of your studies");
        }
    }

    @Operation(summary = "Makes a study from a protocol file (JSON). A field that is not known is refused")
    @PostMapping(path = "/api/v1/studies", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    CreatedStudy createFromFile(
            @AuthenticationPrincipal Caller caller,
            @RequestPart MultipartFile protocol,
            @Parameter(description = "In place of the name in the file") @RequestParam(required = false) @Nullable
                    String name)
            throws IOException {
        return new CreatedStudy(studies.create(caller, ProtocolFile.read(protocol.getInputStream(), name))
                .id());
    }

    @Operation(summary = "The protocol of a study as a file, with the fields always in the same order")
    @GetMapping(path = "/api/v1/studies/{study}/protocol.json", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<String> file(@Visible StudyView study) {
        return ProtocolDownload.of(study);
    }

    @Operation(
            summary = "A study: its protocol as it can be sent back, and how it stands",
            description = "The ETag is the study's version: send it with a change, as If-Match.")
    @GetMapping("/api/v1/studies/{study}")
    ResponseEntity<StudyDetails> one(@Visible StudyView study) {
        return details(study);
    }

    @Operation(
            summary = "Changes the protocol of a study. What is left out is as in AffectNetC25",
            description =
                    "It holds for whoever begins from now on; sets keep the capacity with which they were made, and"
                            + " another consent text is a new version. Once answers are in, what would change their meaning is"
                            + " frozen: labels, presentation, ordering, repeats, and the questions' keys, kinds and options. 409"
                            + " names each frozen field that differs, 412 says that the study is not as If-Match has it.")
    @LongBody
    @PutMapping("/api/v1/studies/{study}")
    ResponseEntity<StudyDetails> change(
            @AuthenticationPrincipal Caller caller,
            @Visible StudyView study,
            @Parameter(description = "The ETag with which you got the study; left out to change it however it is")
                    @RequestHeader(name = HttpHeaders.IF_MATCH, required = false)
                    @Nullable
                    String ifMatch,
            @Valid @RequestBody WrittenProtocol wanted) {
        Protocol protocol = wanted.protocol();
        return details(studies.change(caller, study.id(), version(ifMatch), present -> protocol));
    }

    private static @Nullable Integer version(@Nullable String ifMatch) {
        if (ifMatch == null || ifMatch.equals("*")) {
            return null;
        }
        // A proxy that compresses responses marks the tag as weak.
        if (!ifMatch.matches("(W/)?\"\\d{1,9}\"")) {
            throw Problem.outdated("If-Match is no version of this study.");
        }
        return Integer.valueOf(ifMatch.replaceAll("\\D", ""));
    }

    private static ResponseEntity<StudyDetails> details(StudyView study) {
        return ResponseEntity.ok().eTag("\"" + study.version() + "\"").body(StudyDetails.of(study));
    }

    @Operation(
            summary = "Archives a study",
            description =
                    "No set of it can be made or opened, and participants read that it has ended. Answers on their"
                            + " way are still taken, whoever has answered everything can finish, and exports stay.")
    @PostMapping("/api/v1/studies/{study}/archiving")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void archive(@AuthenticationPrincipal Caller caller, @Visible StudyView study) {
        studies.archive(caller, study.id());
    }

    @Operation(summary = "Takes a study back from the archive: its sets are as they were")
    @DeleteMapping("/api/v1/studies/{study}/archiving")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void unarchive(@AuthenticationPrincipal Caller caller, @Visible StudyView study) {
        studies.unarchive(caller, study.id());
    }

    @Operation(summary = "A new consent text (Markdown), for everyone who has not consented yet")
    @LongBody
    @PostMapping("/api/v1/studies/{study}/consent-texts")
    @ResponseStatus(HttpStatus.CREATED)
    CreatedText askConsentTo(
            @AuthenticationPrincipal Caller caller, @Visible StudyView study, @Valid @RequestBody NewText wanted) {
        return new CreatedText(studies.askConsentTo(caller, study.id(), wanted.text()));
    }

    record NewStudy(
            @JsonUnwrapped WrittenProtocol written,

            @Schema(description = "A study of which everything is taken over that is left out here, but for its name")
            @Nullable
            Long copyOf) {}

    record NewText(@NotNull(message = "is missing") String text) {}

    record CreatedText(int version) {}

    record CreatedStudy(long id) {}

    /** The states of a study. */
    enum StudyState {
        ACTIVE,
        ARCHIVED
    }

    record StudyDetails(
            long id,
            StudyState state,

            @Schema(description = "Whether answers are in, so that what would change their meaning stays as it is")
            boolean frozen,

            int consentVersion,
            @JsonUnwrapped WrittenProtocol protocol) {

        static StudyDetails of(StudyView study) {
            return new StudyDetails(
                    study.id(),
                    study.archived() ? StudyState.ARCHIVED : StudyState.ACTIVE,
                    study.frozen(),
                    study.consentVersion(),
                    WrittenProtocol.of(study.protocol()));
        }
    }
}
