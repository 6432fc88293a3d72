package org.c25.waiting;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.c25.invitations.InvitedPerson;
import org.c25.recruiting.ExternalIdCookie;
import org.c25.recruiting.Queued;
import org.c25.security.ClientAddress;
import org.c25.sets.Sets;
import org.c25.web.BackTo;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/**
 * Puts people on the waiting list and takes them off again, by one click. The first page says how many come before
 * them.
 */
@Controller
class WaitingController {

    private final WaitingList waitingList;
    private final ExternalIdCookie externalIdCookie;
    private final Sets sets;

    WaitingController(WaitingList waitingList, ExternalIdCookie externalIdCookie, Sets sets) {
        this.waitingList = waitingList;
        this.externalIdCookie = externalIdCookie;
        this.sets = sets;
    }

    /**
     * Puts the person on the list. If a slot is free by now, or nobody can join any more, the first page says which.
     */
    @BackTo(value = "/p/{ref}", withReason = false)
    @PostMapping("/p/{ref}/waiting")
    String join(
            @AuthenticationPrincipal InvitedPerson invited,
            @PathVariable String ref,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        try {
            waitingList.join(invited, externalIdCookie.in(request, ref).orElse(null), ClientAddress.of(request));
        } catch (Queued queued) {
            QueuePage.wait(queued.waiting(), "/p/" + ref, request, response, model);
            model.addAttribute("ref", ref);
            model.addAttribute("study", sets.studyOfInvited(invited.setId()));
            return "waiting/queue";
        }
        return "redirect:/p/" + ref;
    }

    @PostMapping("/p/{ref}/waiting/end")
    String leave(@AuthenticationPrincipal InvitedPerson invited, @PathVariable String ref) {
        waitingList.leave(invited);
        return "redirect:/p/" + ref;
    }
}
