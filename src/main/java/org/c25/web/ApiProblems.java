package org.c25.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.c25.common.Fault;
import org.c25.common.Problem;
import org.c25.common.UnfitJson;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import tools.jackson.core.JacksonException;

/**
 * Turns errors of the API into RFC 9457 problems: a value that is missing or of the wrong kind is a 422 that names its
 * field.
 */
@Order(Ordered.HIGHEST_PRECEDENCE)
@RestControllerAdvice(annotations = RestController.class)
class ApiProblems extends ResponseEntityExceptionHandler {

    @Override
    protected @Nullable ResponseEntity<Object> handleMethodArgumentNotValid(
            MethodArgumentNotValidException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        List<Fault> faults = e.getBindingResult().getFieldErrors().stream()
                .map(error -> Fault.inField(error.getField(), String.valueOf(error.getDefaultMessage())))
                .toList();
        return answer(Problem.invalid(faults), headers, request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        Optional<Problem> unfit = UnfitJson.problem(e.getCause(), "body");
        if (unfit.isPresent()) {
            return answer(unfit.get(), headers, request);
        }
        if (e.getCause() instanceof JacksonException broken && broken.getLocation() != null) {
            ProblemDetail body = ProblemDetail.forStatusAndDetail(
                    status,
                    "The body is not JSON: it breaks at line "
                            + broken.getLocation().getLineNr() + ", column "
                            + broken.getLocation().getColumnNr() + ".");
            return handleExceptionInternal(e, body, headers, status, request);
        }
        return super.handleHttpMessageNotReadable(e, headers, status, request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleMissingServletRequestParameter(
            MissingServletRequestParameterException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return answer(Problem.invalid(e.getParameterName(), "is missing"), headers, request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleMissingServletRequestPart(
            MissingServletRequestPartException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return answer(Problem.invalid(e.getRequestPartName(), "is missing; send it as a file"), headers, request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleTypeMismatch(
            TypeMismatchException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        if (e instanceof MethodArgumentTypeMismatchException parameter) {
            if (isInPath(parameter.getName(), request)) {
                return answer(Problem.notFound(parameter.getName()), headers, request);
            }
            return answer(Problem.invalid(parameter.getName(), "not a value of the right kind"), headers, request);
        }
        return super.handleTypeMismatch(e, headers, status, request);
    }

    private static boolean isInPath(String name, WebRequest request) {
        return request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE, RequestAttributes.SCOPE_REQUEST)
                        instanceof Map<?, ?> variables
                && variables.containsKey(name);
    }

    /**
     * Handles a multipart body without a boundary, cut off in the middle, or not multipart at all. One that is too
     * large has a status of its own.
     */
    @ExceptionHandler(MultipartException.class)
    @Nullable
    ResponseEntity<Object> handleMultipart(MultipartException e, WebRequest request) {
        Optional<Problem> unavailable = UnavailableFilter.unavailable(e);
        if (unavailable.isPresent()) {
            return answer(unavailable.get(), unavailable.get().getHeaders(), request);
        }
        ProblemDetail body = ProblemDetail.forStatusAndDetail(
                HttpStatus.BAD_REQUEST, "The body is not multipart/form-data, or ends too early.");
        return handleExceptionInternal(e, body, new HttpHeaders(), HttpStatus.BAD_REQUEST, request);
    }

    private @Nullable ResponseEntity<Object> answer(Problem problem, HttpHeaders headers, WebRequest request) {
        return handleExceptionInternal(problem, problem.getBody(), headers, problem.getStatusCode(), request);
    }
}
