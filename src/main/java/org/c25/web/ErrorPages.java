package org.c25.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.c25.common.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/**
 * Answers a request that failed and that no other code has answered: with a problem for programs, below {@code /api};
 * with a page that says what to do, for people. Staff who are signed in keep their menu on it.
 */
@Controller
public class ErrorPages implements ErrorController {

    /** A request attribute: the key of the message that an error page shows instead of the usual one. */
    public static final String DETAIL = ErrorPages.class.getName() + ".DETAIL";

    /** A request attribute: the {@link Problem} that is told instead of the general words for the status. */
    static final String PROBLEM = ErrorPages.class.getName() + ".PROBLEM";

    /**
     * A request attribute: the {@link ModelAndView} that people get instead of the error page, with the same status.
     */
    public static final String PAGE = ErrorPages.class.getName() + ".PAGE";

    private static final Pattern PARTICIPANTS = Pattern.compile("^/p/[^/]+");
    private static final Pattern LINKS = Pattern.compile("^/(?:p|join|recruit)/.*");
    private static final List<String> STAFF = List.of("ADMIN", "EXPERIMENTER");

    private final ProblemWriter problems;

    ErrorPages(ProblemWriter problems) {
        this.problems = problems;
    }

    @RequestMapping("/error")
    @Nullable
    String error(HttpServletRequest request, HttpServletResponse response, Model model) throws IOException {
        HttpStatus status = status(request);
        String detail = detail(request, status);
        String address = address(request);
        if (address.startsWith("/api/") || address.matches("/p/[^/]+/api/.*")) {
            problems.write(response, status, detail);
            return null;
        }
        response.setStatus(status.value());
        if (request.getAttribute(PAGE) instanceof ModelAndView page) {
            model.addAllAttributes(page.getModel());
            return page.getViewName();
        }
        model.addAttribute("status", status.value());
        model.addAttribute("detail", detail);
        model.addAttribute("requestId", RequestId.of(request));
        if (!LINKS.matcher(address).matches() && STAFF.stream().anyMatch(request::isUserInRole)) {
            return "web/staff-error";
        }
        model.addAttribute("detailKey", request.getAttribute(DETAIL));
        Matcher participants = PARTICIPANTS.matcher(address);
        if (participants.find()) {
            model.addAttribute("home", participants.group());
        }
        return "web/error";
    }

    /** Returns the address that failed, without the path under which this server lies, or which a proxy shows in its place. */
    private static String address(HttpServletRequest request) {
        String address = String.valueOf(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI));
        return Stream.of(request.getContextPath(), request.getServletContext().getContextPath())
                .filter(path -> address.startsWith(path + "/"))
                .findFirst()
                .map(path -> address.substring(path.length()))
                .orElse(address);
    }

    private static HttpStatus status(HttpServletRequest request) {
        Object code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        HttpStatus status = code instanceof Integer number ? HttpStatus.resolve(number) : null;
        return status == null ? HttpStatus.NOT_FOUND : status;
    }

    private static String detail(HttpServletRequest request, HttpStatus status) {
        Throwable cause = (Throwable) request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
        if (cause == null) {
            cause = (Throwable)
                    request.getAttribute("org.springframework.boot.webmvc.error.DefaultErrorAttributes.ERROR");
        }
        if (request.getAttribute(PROBLEM) instanceof Problem problem && problem.detail() != null) {
            return problem.detail();
        }
        if (cause instanceof Problem problem && problem.detail() != null) {
            return problem.detail();
        }
        return switch (status) {
            case NOT_FOUND -> "There is nothing at this address.";
            case FORBIDDEN -> "You may not do this, or the page was open for too long. Reload it and try again.";
            case UNAUTHORIZED -> "Sign in first.";
            case CONTENT_TOO_LARGE -> "The upload is larger than this server takes.";
            case SERVICE_UNAVAILABLE ->
                "The server can't do this at present. Nothing of the request was stored; try again in a few seconds.";
            case METHOD_NOT_ALLOWED -> "This address does not take such a request.";
            default ->
                status.is5xxServerError()
                        ? "Something went wrong here. Nothing of the request was stored; try again."
                        : "The request could not be understood.";
        };
    }
}
