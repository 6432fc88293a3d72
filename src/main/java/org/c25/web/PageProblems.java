package org.c25.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.c25.common.Problem;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.support.RequestContextUtils;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Decides what people are shown who asked a page for something that can't be done. There are three ways: a form comes
 * again with its faults ({@link Problem#tellOn}, {@link FaultMarker}); a button leads back to its page, which says why
 * not ({@link BackTo}); and for everything else there is the error page ({@link ErrorPages}).
 */
@ControllerAdvice
class PageProblems {

    @ExceptionHandler
    String handle(Problem problem, HttpServletRequest request) {
        BackTo back =
                request.getAttribute(HandlerMapping.BEST_MATCHING_HANDLER_ATTRIBUTE) instanceof HandlerMethod asked
                        ? asked.getMethodAnnotation(BackTo.class)
                        : null;
        if (back == null || back.withReason() && problem.isForTheErrorPage()) {
            throw problem;
        }
        if (back.withReason()) {
            RequestContextUtils.getOutputFlashMap(request).put("refused", problem.detail());
        }
        return "redirect:" + address(back, request);
    }

    private static String address(BackTo back, HttpServletRequest request) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(back.value());
        Map<String, Object> variables = new HashMap<>();
        if (request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> path) {
            path.forEach((name, value) -> variables.put(String.valueOf(name), value));
        }
        for (String name : back.keeping()) {
            String value = request.getParameter(name);
            if (value != null) {
                address.queryParam(name, "{" + name + "}");
                variables.put(name, value);
            }
        }
        return address.encode().buildAndExpand(variables).toUriString();
    }

    @ExceptionHandler
    void handle(MultipartException e, HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<Problem> unavailable = UnavailableFilter.unavailable(e);
        if (unavailable.isPresent()) {
            UnavailableFilter.tell(unavailable.get(), request, response);
            return;
        }
        HttpStatus status =
                e instanceof MaxUploadSizeExceededException ? HttpStatus.CONTENT_TOO_LARGE : HttpStatus.BAD_REQUEST;
        response.sendError(status.value());
    }
}
