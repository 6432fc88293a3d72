package org.c25.accounts;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.c25.accounts.Origin.Way;
import org.c25.common.Problem;
import org.c25.forms.KeptForm;
import org.c25.forms.LateForms;
import org.c25.security.Secret;
import org.c25.web.ErrorPages;
import org.c25.web.ProblemWriter;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** Answers requests to sign in, whether the password was right, wrong or not looked at, and notes who signs out. */
@Component
class SignInReplies {

    private static final String WRONG = "Name or password is wrong, or the account is disabled.";

    private final SignInPlaces places;
    private final SignInTrail trail;
    private final LateForms lateForms;
    private final ProblemWriter problems;
    private final AuthenticationEntryPoint signInPage = new LoginUrlAuthenticationEntryPoint("/sign-in");

    SignInReplies(SignInPlaces places, SignInTrail trail, LateForms lateForms, ProblemWriter problems) {
        this.places = places;
        this.trail = trail;
        this.lateForms = lateForms;
        this.problems = problems;
    }

    /** Gives the browser its cookie, by which it is recognised from now on. */
    void remember(HttpServletRequest request, HttpServletResponse response, Authentication known) {
        if (known.getPrincipal() instanceof Caller caller) {
            Secret browser = BrowserCookie.in(request).orElseGet(Secret::random);
            places.remember(caller.accountId(), Origin.of(request, Way.PAGE).in(browser));
            BrowserCookie.set(browser, request, response);
        }
    }

    void refusePage(HttpServletRequest request, HttpServletResponse response, AuthenticationException e)
            throws IOException {
        boolean later = e instanceof PasswordAuthentication.NotNow;
        if (e instanceof PasswordAuthentication.NotNow notNow) {
            retryAfter(notNow.problem(), response);
        }
        if (KeptForm.carriedBy(request).isPresent()) {
            lateForms.askToSignIn(request, response, later ? e.getMessage() : WRONG);
        } else if (e instanceof PasswordAuthentication.NotNow notNow) {
            request.setAttribute(
                    ErrorPages.PAGE,
                    new ModelAndView("accounts/sign-in", Map.of("refusal", String.valueOf(e.getMessage()))));
            response.sendError(notNow.problem().getStatusCode().value());
        } else {
            response.sendRedirect(request.getContextPath() + "/sign-in?error");
        }
    }

    /**
     * Asks for a sign-in where nobody is signed in. The browser can ask for a page again, but what a form sent must not
     * be lost.
     */
    void askToSignIn(HttpServletRequest request, HttpServletResponse response, AuthenticationException e)
            throws IOException, ServletException {
        if (HttpMethod.POST.matches(request.getMethod())) {
            lateForms.askToSignIn(request, response, null);
        } else {
            signInPage.commence(request, response, e);
        }
    }

    void refuseApi(HttpServletRequest request, HttpServletResponse response, AuthenticationException e)
            throws IOException {
        if (e instanceof PasswordAuthentication.NotNow notNow) {
            Problem problem = notNow.problem();
            retryAfter(problem, response);
            problems.write(
                    response, HttpStatus.valueOf(problem.getStatusCode().value()), String.valueOf(problem.detail()));
        } else {
            problems.unauthorized(response, "Basic realm=\"C25\"", "Send an account's name and password.");
        }
    }

    void signedOut(HttpServletRequest request, HttpServletResponse response, @Nullable Authentication known) {
        if (known != null && known.getPrincipal() instanceof Caller caller) {
            trail.signedOut(caller.getUsername(), Origin.of(request, Way.PAGE));
        }
    }

    private static void retryAfter(Problem problem, HttpServletResponse response) {
        response.setHeader(HttpHeaders.RETRY_AFTER, problem.getHeaders().getFirst(HttpHeaders.RETRY_AFTER));
    }
}
