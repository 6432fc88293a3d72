package org.c25.forms;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.c25.web.ErrorPages;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.access.AccessDeniedHandlerImpl;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** The pages that people get whose form came too late: nothing of it was stored, and what they typed is still there. */
@Component
public class LateForms {

    private static final String SIGN_IN = "/sign-in";
    private static final String SIGN_OUT = "/sign-out";

    private final AccessDeniedHandler usual = new AccessDeniedHandlerImpl();

    /**
     * Shows a page that asks somebody who is not signed in to sign in.
     *
     * @param refusal why the sign-in that this request tried was refused; null if it tried none; such a request may
     *     come from another site's page
     */
    public void askToSignIn(HttpServletRequest request, HttpServletResponse response, @Nullable String refusal)
            throws IOException {
        Optional<KeptForm> kept = KeptForm.carriedBy(request)
                .filter(form -> refusal != null || KeptForm.isOurs(request))
                .or(() -> KeptForm.sentBy(request));
        ModelAndView page = new ModelAndView("forms/sign-in-again");
        kept.ifPresent(form -> page.addObject("kept", form));
        page.addObject("refusal", refusal);
        show(page, HttpStatus.UNAUTHORIZED, request, response);
    }

    /**
     * Answers a staff form whose token against forgery is no longer the right one, or another request that is not
     * allowed.
     */
    public void refuseStaff(HttpServletRequest request, HttpServletResponse response, AccessDeniedException e)
            throws IOException, ServletException {
        boolean known = isSomebodySignedIn();
        String path = request.getRequestURI().substring(request.getContextPath().length());
        if (!(e instanceof CsrfException)) {
            usual.handle(request, response, e);
        } else if (path.equals(SIGN_IN) && known) {
            response.sendRedirect(request.getContextPath() + "/studies"); // a second click
        } else if (path.equals(SIGN_IN) && (KeptForm.carriedBy(request).isEmpty() || !KeptForm.isOurs(request))) {
            // Who sent no cookie is given one along the way, and the page there looks whether it comes back.
            response.sendRedirect(
                    request.getContextPath() + SIGN_IN + "?stale" + (request.getCookies() == null ? "=given" : ""));
        } else if (path.equals(SIGN_OUT) && !known) {
            response.sendRedirect(request.getContextPath() + SIGN_IN + "?out");
        } else if (known && KeptForm.isOurs(request)) {
            sendAgain("forms/send-again", request, response);
        } else if (known) {
            usual.handle(request, response, e);
        } else {
            askToSignIn(request, response, null);
        }
    }

    /** Whether somebody is signed in. The request itself does not know it yet where the token is looked at. */
    private static boolean isSomebodySignedIn() {
        Authentication known = SecurityContextHolder.getContext().getAuthentication();
        return known != null && !(known instanceof AnonymousAuthenticationToken);
    }

    /** Answers a participant's request that is refused, as {@link #refuseStaff} answers one of the staff. */
    public void refuseParticipant(HttpServletRequest request, HttpServletResponse response, AccessDeniedException e)
            throws IOException, ServletException {
        if (e instanceof CsrfException && KeptForm.sentBy(request).isPresent()) {
            sendAgain("forms/participant-again", request, response);
        } else {
            usual.handle(request, response, e);
        }
    }

    private static void sendAgain(String view, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        KeptForm kept = KeptForm.sentBy(request).orElse(null);
        show(new ModelAndView(view).addObject("kept", kept), HttpStatus.FORBIDDEN, request, response);
    }

    private static void show(
            ModelAndView page, HttpStatus status, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        request.setAttribute(ErrorPages.PAGE, page);
        response.sendError(status.value());
    }
}
