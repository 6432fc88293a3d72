package org.c25.protocol;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.c25.common.Problem;
import org.jspecify.annotations.Nullable;

/** A protocol as the API takes and returns it, and as it is written in a file. The fields come in this order. */
public record WrittenProtocol(
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
        String name,

        @Nullable String contact,
        @Nullable String consent,
        @Nullable Integer capacity,
        @Nullable Double repeatShare,
        @Nullable Integer repeatMinimumLag,
        @Nullable TrialOrdering ordering,
        @Nullable Presentation presentation,
        @Nullable Pacing pacing,

        @Schema(
                description =
                        "Your own instructions, in Markdown, in place of the built-in ones; for several languages, begin"
                                + " each part with a line such as [ko]. Left out for the built-in ones")
        @JsonInclude(JsonInclude.Include.NON_EMPTY)
        @Nullable
        String instructions,

        @Nullable Labels labels,
        @Nullable List<Question> questions,
        @Nullable List<Question> closingQuestions,

        @Schema(
                description = "Who sends the participants, such as Prolific; left out for nobody. idParameter is the"
                        + " parameter of the links in which the participant's ID comes (PROLIFIC_PID); returnUrl is"
                        + " where participants go when done: https, {id} stands for their ID and {code} for the"
                        + " completion code; empty if they only need the code. signatureParameter is the parameter in"
                        + " which the recruiter proves whom it sends: the ID's HMAC-SHA-256 in hexadecimal, with the"
                        + " secret of /studies/{study}/signing-secret, or, with jwt, a JWT; left out if it signs nothing."
                        + " signedOnly takes no ID without that, however it comes")
        @Nullable
        Recruiter recruiter,

        @Nullable Recruitment recruitment,
        @Nullable DropOutRules dropOuts,
        @Nullable FlagThresholds quality) {

    public static WrittenProtocol of(Protocol protocol) {
        return new WrittenProtocol(
                protocol.name(),
                protocol.contact(),
                protocol.consent(),
                protocol.capacity(),
                protocol.repeatShare(),
                protocol.repeatMinimumLag(),
                protocol.ordering(),
                protocol.presentation(),
                protocol.pacing(),
                protocol.instructions(),
                protocol.labels(),
                protocol.questions(),
                protocol.closingQuestions(),
                protocol.recruiter(),
                protocol.recruitment(),
                protocol.dropOuts(),
                protocol.quality());
    }

    WrittenProtocol named(String other) {
        return new WrittenProtocol(
                other,
                contact,
                consent,
                capacity,
                repeatShare,
                repeatMinimumLag,
                ordering,
                presentation,
                pacing,
                instructions,
                labels,
                questions,
                closingQuestions,
                recruiter,
                recruitment,
                dropOuts,
                quality);
    }

    /**
     * Returns the protocol; a field that is not written is as in AffectNetC25.
     *
     * @throws Problem naming each field that is unfit, or the missing name
     */
    public Protocol protocol() {
        if (name == null) {
            throw Problem.invalid("name", "is missing");
        }
        return Protocol.orAsInC25(
                name,
                contact,
                consent,
                capacity,
                repeatShare,
                repeatMinimumLag,
                new Design(
                        ordering,
                        presentation,
                        pacing,
                        instructions,
                        labels,
                        questions,
                        closingQuestions,
                        recruiter,
                        recruitment,
                        dropOuts,
                        quality));
    }

    /**
     * Returns the protocol as {@link #protocol()} does, but a field that is not written is as in another study. The
     * name is never taken from that study.
     */
    public Protocol protocol(Protocol other) {
        WrittenProtocol there = of(other);
        return new WrittenProtocol(
                        name,
                        or(contact, there.contact),
                        or(consent, there.consent),
                        or(capacity, there.capacity),
                        or(repeatShare, there.repeatShare),
                        or(repeatMinimumLag, there.repeatMinimumLag),
                        or(ordering, there.ordering),
                        or(presentation, there.presentation),
                        or(pacing, there.pacing),
                        or(instructions, there.instructions),
                        or(labels, there.labels),
                        or(questions, there.questions),
                        or(closingQuestions, there.closingQuestions),
                        or(recruiter, there.recruiter),
                        or(recruitment, there.recruitment),
                        or(dropOuts, there.dropOuts),
                        or(quality, there.quality))
                .protocol();
    }

    private static <T> @Nullable T or(@Nullable T written, @Nullable T there) {
        return written == null ? there : written;
    }
}
