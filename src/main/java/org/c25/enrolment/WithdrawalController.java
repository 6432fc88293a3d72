package org.c25.enrolment;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.c25.invitations.InvitedPerson;
import org.c25.invitations.ParticipantCookie;
import org.c25.participation.Participant;
import org.c25.participation.ParticipantStatus;
import org.c25.participation.Participants;
import org.c25.participation.Withdrawal;
import org.c25.participation.WithdrawalReason;
import org.c25.participation.Withdrawals;
import org.c25.recruiting.ExternalIdCookie;
import org.c25.sets.Sets;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page for participants who want to stop: they take a break, or withdraw and have their answers kept or erased. */
@Controller
class WithdrawalController {

    private final Participants participants;
    private final Withdrawals withdrawals;
    private final Sets sets;

    WithdrawalController(Participants participants, Withdrawals withdrawals, Sets sets) {
        this.participants = participants;
        this.withdrawals = withdrawals;
        this.sets = sets;
    }

    @GetMapping("/p/{ref}/withdrawal")
    String ask(@AuthenticationPrincipal InvitedPerson invited, @PathVariable String ref, Model model) {
        Optional<Participant> participant = participants.find(invited);
        if (participant.isEmpty()) {
            return "redirect:/p/" + ref;
        }
        model.addAttribute("ref", ref);
        model.addAttribute("atWork", participant.get().status() == ParticipantStatus.AT_WORK);
        model.addAttribute("reasons", WithdrawalReason.values());
        model.addAttribute("remarkMax", Withdrawal.REMARK_MAX);
        model.addAttribute("study", sets.studyOfInvited(invited.setId()));
        return "enrolment/withdrawal";
    }

    @PostMapping("/p/{ref}/withdrawal")
    String withdraw(
            @AuthenticationPrincipal InvitedPerson invited,
            @PathVariable String ref,
            @RequestParam(required = false) Withdrawal.@Nullable Answers answers,
            @RequestParam(required = false) @Nullable WithdrawalReason reason,
            @RequestParam(required = false) @Nullable String remark,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        if (answers == null) {
            model.addAttribute("unchosen", true);
            model.addAttribute("reason", reason);
            model.addAttribute("remark", remark);
            return ask(invited, ref, model);
        }
        withdrawals.withdraw(invited, new Withdrawal(answers, reason, remark));
        if (answers == Withdrawal.Answers.ERASE) {
            response.addHeader(
                    HttpHeaders.SET_COOKIE, ExternalIdCookie.gone(ref, request).toString());
            if (invited.recruited()) {
                return farewell(invited, ref, request, response, model);
            }
        }
        return "redirect:/p/" + ref;
    }

    /**
     * Shows the last page in this answer itself, since nothing leads to the invitation any more, not even the cookie.
     */
    private String farewell(
            InvitedPerson invited, String ref, HttpServletRequest request, HttpServletResponse response, Model model) {
        ParticipantCookie.gone(ref, request)
                .forEach(cookie -> response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString()));
        model.addAttribute("ref", ref);
        model.addAttribute("what", "withdrawn");
        model.addAttribute("choosing", true);
        model.addAttribute("study", sets.studyOfInvited(invited.setId()));
        return "enrolment/message";
    }
}
