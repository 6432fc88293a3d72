package org.c25.enrolment;

import jakarta.servlet.http.HttpServletRequest;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.FormatStyle;
import java.util.Locale;
import org.c25.invitations.Invitations;
import org.c25.invitations.InvitedPerson;
import org.c25.participation.ConsentText;
import org.c25.participation.TrialOrder;
import org.c25.protocol.Protocol;
import org.c25.sets.Sets;
import org.c25.studies.StudyView;
import org.c25.waiting.WaitingList;
import org.c25.web.Languages;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** The page on which a person who may join consents, and the page on which they wait if the set is full. */
@Component
class ConsentPage {

    private final Invitations invitations;
    private final WaitingList waitingList;
    private final ConsentText consentText;
    private final Sets sets;

    ConsentPage(Invitations invitations, WaitingList waitingList, ConsentText consentText, Sets sets) {
        this.invitations = invitations;
        this.waitingList = waitingList;
        this.consentText = consentText;
        this.sets = sets;
    }

    /** Asks for the language first where nobody has said which, and notes once that the link was opened. */
    String show(InvitedPerson invited, HttpServletRequest request, Locale locale, Model model) {
        invitations.markOpened(invited);
        if (!Languages.isKnown(request)) {
            return "redirect:/p/" + model.getAttribute("ref") + "/language";
        }
        StudyView study = sets.studyOfInvited(invited.setId());
        Protocol protocol = study.protocol();
        waitingList.turn(invited).ifPresent(turn -> addTurn(turn, locale, model));
        int trials = TrialOrder.length(sets.ofInvited(invited.setId()).imagesEach(), protocol.repeatShare());
        model.addAttribute("trials", trials);
        model.addAttribute("minutes", protocol.recruitment().minutesOf(trials));
        model.addAttribute("consent", consentText.of(protocol, locale));
        model.addAttribute("study", study);
        return "enrolment/consent";
    }

    private static void addTurn(WaitingList.Turn turn, Locale locale, Model model) {
        if (turn.offeredUntil() != null) {
            model.addAttribute("offeredUntil", turn.offeredUntil());
            DateTimeFormatter words = new DateTimeFormatterBuilder()
                    .appendLocalized(FormatStyle.LONG, FormatStyle.SHORT)
                    .toFormatter(locale)
                    .withZone(ZoneOffset.UTC);
            model.addAttribute("offeredUntilText", words.format(turn.offeredUntil()) + " UTC");
        }
    }

    /** Shows the person's position on the waiting list, or how to get onto it. */
    String full(InvitedPerson invited, Model model) {
        model.addAttribute("turn", waitingList.turn(invited).orElse(null));
        model.addAttribute("study", sets.studyOfInvited(invited.setId()));
        return "waiting/waiting";
    }
}
