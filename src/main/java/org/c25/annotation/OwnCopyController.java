package org.c25.annotation;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.c25.invitations.InvitedPerson;
import org.c25.participation.Participant;
import org.c25.participation.Participants;
import org.c25.sets.Sets;
import org.springframework.context.MessageSource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Gives participants a copy of their answers, and a receipt for it. */
@Controller
class OwnCopyController {

    private final AnsweredTrials answered;
    private final Participants participants;
    private final Sets sets;
    private final MessageSource messages;

    OwnCopyController(AnsweredTrials answered, Participants participants, Sets sets, MessageSource messages) {
        this.answered = answered;
        this.participants = participants;
        this.sets = sets;
        this.messages = messages;
    }

    /** Returns the copy of the participant's own answers. */
    @GetMapping("/p/{ref}/answers.csv")
    ResponseEntity<String> ownAnswers(@AuthenticationPrincipal InvitedPerson invited) {
        Participant participant = participants.requireAnswers(invited);
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + OwnAnswer.FILE + "\"")
                .body(OwnAnswer.csv(answered.ownAnswers(participant)));
    }

    /**
     * Returns the receipt, which a participant can show if there is ever a doubt. Its hash is that of the copy of their
     * answers.
     */
    @GetMapping("/p/{ref}/receipt.txt")
    ResponseEntity<String> receipt(@AuthenticationPrincipal InvitedPerson invited, Locale locale) {
        Participant participant = participants.requireAnswers(invited);
        String study = sets.studyOfInvited(invited.setId()).name();
        Receipt receipt = Receipt.of(study, participant, answered.ownAnswers(participant));
        ContentDisposition file = ContentDisposition.attachment()
                .filename(study.replaceAll("[\\\\/:*?\"<>|\\p{Cntrl}]", " ") + " receipt.txt", StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "plain", StandardCharsets.UTF_8))
                .header(HttpHeaders.CONTENT_DISPOSITION, file.toString())
                .body(receipt.text(messages, locale));
    }
}
