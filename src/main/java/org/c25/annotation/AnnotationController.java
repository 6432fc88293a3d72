package org.c25.annotation;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import org.c25.affect.Expression;
import org.c25.affect.Rating;
import org.c25.affect.Step;
import org.c25.enrolment.Invited;
import org.c25.enrolment.Participant;
import org.c25.enrolment.ParticipantStatus;
import org.c25.enrolment.Participants;
import org.c25.enrolment.Trial;
import org.c25.enrolment.Trials;
import org.c25.web.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** The page on which faces are rated: an ordinary form, which a script makes faster and nothing else. */
@Controller
class AnnotationController {

    private final Annotations annotations;
    private final Participants participants;
    private final Trials trials;

    AnnotationController(Annotations annotations, Participants participants, Trials trials) {
        this.annotations = annotations;
        this.participants = participants;
        this.trials = trials;
    }

    /** The first trial without an answer, or, when there is none, the last step. */
    @GetMapping("/p/{ref}/trials")
    String next(@AuthenticationPrincipal Invited invited, @PathVariable String ref, Model model) {
        Participant participant = participants.find(invited).orElse(null);
        if (participant == null || participant.status() != ParticipantStatus.AT_WORK) {
            return "redirect:/p/" + ref;
        }
        Annotations.Standing standing = annotations.standing(participant);
        if (standing.next() == null) {
            model.addAttribute("ref", ref);
            model.addAttribute("standing", standing);
            return "annotation/finish";
        }
        return show(participant, ref, standing.next(), null, model);
    }

    /** A trial by its position, to look at one's answer again or to change it. */
    @GetMapping("/p/{ref}/trials/{position}")
    String again(
            @AuthenticationPrincipal Invited invited,
            @PathVariable String ref,
            @PathVariable int position,
            Model model) {
        Participant participant = participants.require(invited);
        if (participant.status() != ParticipantStatus.AT_WORK) {
            return "redirect:/p/" + ref;
        }
        return show(participant, ref, position, null, model);
    }

    private String show(Participant participant, String ref, int position, @Nullable Form sent, Model model) {
        Trial trial = trials.at(participant.id(), position).orElseThrow(() -> Problem.notFound("trial"));
        Optional<Rating> before = annotations.latest(participant, position);
        model.addAttribute("ref", ref);
        model.addAttribute("trial", trial);
        model.addAttribute("standing", annotations.standing(participant));
        model.addAttribute("revising", before.isPresent());
        model.addAttribute("form", sent != null ? sent : before.map(Form::of).orElseGet(Form::blank));
        model.addAttribute("expressions", Expression.all());
        model.addAttribute("scales", Scale.values());
        model.addAttribute("steps", Step.values());
        return "annotation/trial";
    }

    /** An answer from the plain form. */
    @PostMapping("/p/{ref}/trials/{position}")
    String answer(
            @AuthenticationPrincipal Invited invited,
            @PathVariable String ref,
            @PathVariable int position,
            Form form,
            Model model) {
        if (!form.isWhole()) {
            model.addAttribute("incomplete", true);
            return show(participants.require(invited), ref, position, form, model);
        }
        try {
            annotations.record(invited, position, form.asNew());
        } catch (IdTaken otherAnswer) {
            // Someone went back to a form that was sent, and chose otherwise: that is a revision.
            annotations.record(invited, position, form.withNewId().asNew());
        }
        return "redirect:/p/" + ref + "/trials";
    }

    /** A copy of one's own data. */
    @GetMapping("/p/{ref}/answers.csv")
    ResponseEntity<String> ownAnswers(@AuthenticationPrincipal Invited invited) {
        Participant participant = participants.require(invited);
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"my-answers.csv\"")
                .body(OwnAnswer.csv(annotations.ownAnswers(participant)));
    }

    @PostMapping("/p/{ref}/completion")
    String complete(@AuthenticationPrincipal Invited invited, @PathVariable String ref) {
        annotations.complete(invited, null);
        return "redirect:/p/" + ref + "/thanks";
    }

    /** What the radio buttons say. The id is made with the form, so that sending it twice is one answer. */
    record Form(
            UUID id,
            @Nullable Integer expression,
            @Nullable Integer valence,
            @Nullable Integer arousal) {

        /** A form may come without an id. */
        Form {
            id = id == null ? UUID.randomUUID() : id;
        }

        static Form blank() {
            return new Form(UUID.randomUUID(), null, null, null);
        }

        static Form of(Rating rating) {
            return new Form(
                    UUID.randomUUID(),
                    rating.expression().code(),
                    rating.valence().value(),
                    rating.arousal().value());
        }

        Form withNewId() {
            return new Form(UUID.randomUUID(), expression, valence, arousal);
        }

        boolean isWhole() {
            return expression != null && valence != null && arousal != null;
        }

        NewAnnotation asNew() {
            if (expression == null || valence == null || arousal == null) {
                throw new IllegalStateException("not whole");
            }
            Rating rating = new Rating(
                    Expression.ofCode(expression).orElseThrow(() -> Problem.invalid("expression", "is 0 to 7")),
                    step("valence", valence),
                    step("arousal", arousal));
            return new NewAnnotation(id, rating, Paradata.NONE);
        }

        private static Step step(String field, int value) {
            if (value < Step.LEAST || value > Step.GREATEST) {
                throw Problem.invalid(field, "is 1 to 9");
            }
            return new Step(value);
        }
    }
}
