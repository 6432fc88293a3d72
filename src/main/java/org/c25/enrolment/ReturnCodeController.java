package org.c25.enrolment;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.c25.common.Problem;
import org.c25.invitations.InvitedPerson;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The page on which a person enters their return code on another device, to show that they are the same person. */
@Controller
class ReturnCodeController {

    private final ReturnCodes codes;
    private final ReturnCodePages pages;
    private final JoinRedirect joinRedirect;

    ReturnCodeController(ReturnCodes codes, ReturnCodePages pages, JoinRedirect joinRedirect) {
        this.codes = codes;
        this.pages = pages;
        this.joinRedirect = joinRedirect;
    }

    @GetMapping("/p/{ref}/return-code")
    ModelAndView ask(@AuthenticationPrincipal InvitedPerson invited) {
        return pages.page(invited);
    }

    @PostMapping("/p/{ref}/return-code")
    ModelAndView enter(
            @AuthenticationPrincipal InvitedPerson invited,
            @PathVariable String ref,
            @RequestParam(defaultValue = "") String code,
            HttpServletRequest request,
            HttpServletResponse response) {
        try {
            codes.check(invited, code);
        } catch (ReturnCodes.Locked locked) {
            response.setHeader(HttpHeaders.RETRY_AFTER, locked.getHeaders().getFirst(HttpHeaders.RETRY_AFTER));
            return refused(invited, HttpStatus.TOO_MANY_REQUESTS).addObject("minutes", locked.minutes());
        } catch (Problem wrong) {
            if (wrong.getStatusCode().equals(HttpStatus.CONFLICT)) {
                return new ModelAndView("redirect:/p/" + ref); // No slot is taken yet, so there is no code.
            }
            return refused(invited, HttpStatus.FORBIDDEN).addObject("wrong", true);
        }
        if (invited.limited()) {
            joinRedirect.prove(invited, request, response);
        }
        return new ModelAndView("redirect:/p/" + ref);
    }

    private ModelAndView refused(InvitedPerson invited, HttpStatus status) {
        ModelAndView page = pages.page(invited);
        page.setStatus(status);
        return page;
    }
}
