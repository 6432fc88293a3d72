package org.c25.enrolment;

import jakarta.servlet.http.HttpServletRequest;
import org.c25.web.Problem;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Onto the waiting list and off again, by one click. The first page says where one stands. */
@Controller
class WaitingController {

    private final WaitingList waitingList;

    WaitingController(WaitingList waitingList) {
        this.waitingList = waitingList;
    }

    @PostMapping("/p/{ref}/waiting")
    String join(@AuthenticationPrincipal Invited invited, @PathVariable String ref, HttpServletRequest request) {
        try {
            waitingList.join(invited, OutsideIdCookie.idIn(request).orElse(null));
        } catch (Problem refused) {
            // A place is free by now, or nobody can join any more: the first page says which.
        }
        return "redirect:/p/" + ref;
    }

    @PostMapping("/p/{ref}/waiting/end")
    String leave(@AuthenticationPrincipal Invited invited, @PathVariable String ref) {
        waitingList.leave(invited);
        return "redirect:/p/" + ref;
    }
}
