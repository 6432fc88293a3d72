package org.c25.annotation;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import java.util.List;
import org.c25.common.Problem;
import org.c25.images.ImageStore;
import org.c25.images.Picture;
import org.c25.invitations.InvitedPerson;
import org.c25.participation.Participant;
import org.c25.participation.Participants;
import org.c25.participation.Trial;
import org.c25.participation.Trials;
import org.c25.sets.Items;
import org.c25.sets.Sets;
import org.c25.web.PublicAddress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The API for a participant's trials and their pictures, for programs with the token and for the annotation page. */
@RestController
@Tag(name = "Participants")
@RequestMapping({TrialApi.PROGRAMS, "/p/{ref}/api"})
class TrialApi {

    private static final Logger LOG = LoggerFactory.getLogger(TrialApi.class);

    static final String PROGRAMS = "/api/v1/participant";
    private static final int MOST_TRIALS = 1000;

    private final Participants participants;
    private final Trials trials;
    private final AnsweredTrials answered;
    private final Sets sets;
    private final Items items;
    private final ImageStore store;
    private final PublicAddress address;

    TrialApi(
            Participants participants,
            Trials trials,
            AnsweredTrials answered,
            Sets sets,
            Items items,
            ImageStore store,
            PublicAddress address) {
        this.participants = participants;
        this.trials = trials;
        this.answered = answered;
        this.sets = sets;
        this.items = items;
        this.store = store;
        this.address = address;
    }

    @Operation(
            summary =
                    "The person's trials in order; the pictures are for this person alone. 409 while the set is paused,"
                            + " and while their slot is given on",
            description = "Who has shown a recruiter's link and ID alone gets those that have no answer yet.")
    @GetMapping("/trials")
    List<TrialView> trials(
            @AuthenticationPrincipal InvitedPerson invited,
            @RequestParam(defaultValue = "0") int from,
            @RequestParam(defaultValue = "5") int limit,
            HttpServletRequest request) {
        if (from < 0) {
            throw Problem.invalid("from", "a whole number from 0");
        }
        if (limit < 1 || limit > MOST_TRIALS) {
            throw Problem.invalid("limit", "1 to " + MOST_TRIALS);
        }
        Participant participant = participants.requireSlot(invited);
        sets.suspensionOf(invited.setId()).ifPresent(suspension -> {
            throw suspension.problem();
        });
        String images = images(request);
        List<Trial> page = trials.page(participant, from, limit);
        return (invited.limited() ? answered.unanswered(participant, page) : page)
                .stream()
                        .map(trial -> new TrialView(trial.position(), images + trial.imageKey()))
                        .toList();
    }

    /**
     * Returns the address below which the images are: a complete one for programs, and a path for pages, which is right
     * whatever name the server is reached by.
     */
    private String images(HttpServletRequest request) {
        String path = request.getRequestURI().replaceFirst("/trials$", "/images/");
        return path.startsWith(PROGRAMS) ? address.of(path) : path;
    }

    @Operation(summary = "The picture of a trial")
    @GetMapping("/images/{key}")
    ResponseEntity<Resource> image(@AuthenticationPrincipal InvitedPerson invited, @PathVariable String key) {
        Participant participant = participants.requireSlot(invited);
        Trial trial = trials.withImage(participant, key).orElseThrow(() -> Problem.notFound("image"));
        Picture picture = items.picture(trial.itemId()).orElseThrow(() -> Problem.notFound("image"));
        sets.suspensionOf(participant.setId()).ifPresent(suspension -> {
            throw suspension.problem();
        });
        answered.refuseAnswered(invited, participant, trial.position());
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(picture.type()))
                .cacheControl(
                        CacheControl.maxAge(Duration.ofHours(6)).cachePrivate().immutable())
                .body(bytes(picture));
    }

    /** One that is missing from a store that is there is nothing to wait for: the page reports it, and goes on. */
    private Resource bytes(Picture picture) {
        try {
            return store.get(picture.hash());
        } catch (UncheckedIOException e) {
            if (e.getCause() instanceof NoSuchFileException missing) {
                LOG.error("A picture is missing: {}", missing.getFile());
                throw Problem.notFound("picture");
            }
            throw e;
        }
    }

    record TrialView(int position, String image) {}
}
