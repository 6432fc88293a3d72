package org.c25.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.c25.common.Problem;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;

/** What a page's form can't be: the error page tells. */
@ControllerAdvice
class PageProblems {

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
