package org.c25.letters;

import java.util.ArrayList;
import java.util.List;
import org.c25.accounts.Caller;
import org.c25.enrolment.Invitations;
import org.c25.web.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What is done with links that are there: revoking, sending, reminding. Each leads back to the same page of links. */
@Controller
class LinkController {

    private final Invitations invitations;
    private final Letters letters;

    LinkController(Invitations invitations, Letters letters) {
        this.invitations = invitations;
        this.letters = letters;
    }

    @PostMapping("/sets/{id}/invitations/{invitation}/revocation")
    String revoke(
            @AuthenticationPrincipal Caller caller,
            @PathVariable long id,
            @PathVariable long invitation,
            @RequestParam(required = false) @Nullable LinkStatus status,
            @RequestParam(defaultValue = "1") int page,
            RedirectAttributes flash) {
        invitations.revoke(caller, id, invitation);
        flash.addFlashAttribute("done", "The link is revoked.");
        return back(id, status, page);
    }

    @PostMapping("/sets/{id}/invitations/{invitation}/letter")
    String send(
            @AuthenticationPrincipal Caller caller,
            @PathVariable long id,
            @PathVariable long invitation,
            @RequestParam(required = false) @Nullable LinkStatus status,
            @RequestParam(defaultValue = "1") int page,
            RedirectAttributes flash) {
        tell(flash, () -> {
            letters.send(caller, id, invitation);
            return "The letter is on its way.";
        });
        return back(id, status, page);
    }

    @PostMapping("/sets/{id}/invitations/{invitation}/reminder")
    String remind(
            @AuthenticationPrincipal Caller caller,
            @PathVariable long id,
            @PathVariable long invitation,
            @RequestParam(required = false) @Nullable LinkStatus status,
            @RequestParam(defaultValue = "1") int page,
            RedirectAttributes flash) {
        tell(flash, () -> {
            letters.remind(caller, id, invitation);
            return "The reminder is on its way.";
        });
        return back(id, status, page);
    }

    @PostMapping("/sets/{id}/invitations/reminders")
    String remindAll(
            @AuthenticationPrincipal Caller caller,
            @PathVariable long id,
            @RequestParam Awaited whom,
            RedirectAttributes flash) {
        tell(flash, () -> words(letters.remindAll(caller, id, whom)));
        return back(id, null, 1);
    }

    private static String words(Letters.Reminded reminded) {
        List<String> words = new ArrayList<>();
        words.add(
                reminded.written() == 1
                        ? "1 reminder is on its way."
                        : reminded.written() + " reminders are on their way.");
        if (reminded.lately() > 0) {
            words.add(people(reminded.lately()) + " had one within the last 24 hours.");
        }
        if (reminded.unreachable() > 0) {
            words.add(people(reminded.unreachable()) + " can’t be reached: their links have no address.");
        }
        return String.join(" ", words);
    }

    private static String people(int count) {
        return count == 1 ? "1 person" : count + " people";
    }

    private interface Deed {
        String done();
    }

    private static void tell(RedirectAttributes flash, Deed deed) {
        try {
            flash.addFlashAttribute("done", deed.done());
        } catch (Problem problem) {
            if (problem.getStatusCode().value() == 404) {
                throw problem;
            }
            flash.addFlashAttribute("refused", problem.detail());
        }
    }

    private static String back(long id, @Nullable LinkStatus status, int page) {
        return "redirect:/sets/" + id + "/invitations?page=" + page + (status == null ? "" : "&status=" + status);
    }
}
