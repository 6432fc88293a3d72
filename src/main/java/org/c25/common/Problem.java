package org.c25.common;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.ui.Model;
import org.springframework.web.ErrorResponseException;

/**
 * A request that can't be carried out: for programs an RFC 9457 problem, for people a page or a form with the faults.
 * Nothing is stored of a request that ends so.
 */
public class Problem extends ErrorResponseException {

    /** The model attribute with the problem of the form that was sent. */
    public static final String ON_PAGE = "problem";

    private static final int FAULTS_IN_DETAIL = 3;

    private static final Set<Integer> FOR_THE_ERROR_PAGE =
            Set.of(HttpStatus.UNAUTHORIZED.value(), HttpStatus.FORBIDDEN.value(), HttpStatus.NOT_FOUND.value());

    private final List<Fault> faults;

    private Problem(HttpStatus status, String detail, List<Fault> faults) {
        super(status, ProblemDetail.forStatusAndDetail(status, detail), null);
        this.faults = List.copyOf(faults);
        if (!faults.isEmpty()) {
            getBody().setProperty("errors", this.faults);
        }
    }

    /** For a problem that others tell from the rest by its class. */
    protected Problem(HttpStatus status, String detail) {
        this(status, detail, List.of());
    }

    /** 404, also for what the caller may not see. */
    public static Problem notFound(String what) {
        return new Problem(HttpStatus.NOT_FOUND, "There is no such " + what + ".", List.of());
    }

    /** 401: the caller is not known. */
    public static Problem unauthorized(String detail) {
        return new Problem(HttpStatus.UNAUTHORIZED, detail, List.of());
    }

    public static Problem forbidden(String detail) {
        return new Problem(HttpStatus.FORBIDDEN, detail, List.of());
    }

    /** 409: the request is well formed, but things stand otherwise. */
    public static Problem conflict(String detail) {
        return new Problem(HttpStatus.CONFLICT, detail, List.of());
    }

    /**
     * 409: these fields can't be as wanted, as things stand.
     *
     * @param detail what stands in the way, without the full stop
     * @param faults at least one
     */
    public static Problem conflict(String detail, List<Fault> faults) {
        String fields = faults.stream().map(Fault::place).collect(Collectors.joining(", "));
        return new Problem(HttpStatus.CONFLICT, detail + ": " + fields + ".", faults);
    }

    /** 412: what the caller started from is no longer so. */
    public static Problem outdated(String detail) {
        return new Problem(HttpStatus.PRECONDITION_FAILED, detail, List.of());
    }

    /**
     * 503 with {@code Retry-After}: not at present.
     *
     * @param wait until it is worth another try, rounded up to whole seconds
     */
    public static Problem unavailable(String detail, Duration wait) {
        return later(HttpStatus.SERVICE_UNAVAILABLE, detail, wait);
    }

    /**
     * 429 with {@code Retry-After}: more often than anybody needs to.
     *
     * @param wait until it is taken again, rounded up to whole seconds
     */
    public static Problem tooMany(String detail, Duration wait) {
        return later(HttpStatus.TOO_MANY_REQUESTS, detail, wait);
    }

    private static Problem later(HttpStatus status, String detail, Duration wait) {
        Problem later = new Problem(status, detail, List.of());
        long seconds = Math.max(1, (wait.toMillis() + 999) / 1000);
        later.getHeaders().set(HttpHeaders.RETRY_AFTER, String.valueOf(seconds));
        return later;
    }

    /** 422: one field is missing or out of range. */
    public static Problem invalid(String field, String message) {
        return invalid(List.of(Fault.inField(field, message)));
    }

    /**
     * 422: all that is wrong, so that it can be mended in one go.
     *
     * @param faults at least one
     */
    public static Problem invalid(List<Fault> faults) {
        String detail =
                faults.stream().limit(FAULTS_IN_DETAIL).map(Fault::toString).collect(Collectors.joining("; "));
        int more = faults.size() - FAULTS_IN_DETAIL;
        return new Problem(
                HttpStatus.UNPROCESSABLE_CONTENT, more > 0 ? detail + "; and " + more + " more" : detail, faults);
    }

    /** Adds a member to the problem's JSON. */
    public Problem with(String name, Object value) {
        getBody().setProperty(name, value);
        return this;
    }

    /** The same problem, its fields named as a form names them. */
    public Problem named(UnaryOperator<String> inForm) {
        return retold(fault -> fault.field() == null ? fault : fault.in(inForm.apply(fault.field())));
    }

    /** The same problem, with other words for each fault. */
    public Problem retold(UnaryOperator<Fault> other) {
        return new Problem(
                HttpStatus.valueOf(getStatusCode().value()),
                String.valueOf(detail()),
                faults.stream().map(other).toList());
    }

    /**
     * For a form's page, which comes again with this: on top of the form, and beside its fields.
     *
     * @throws Problem this one, if the error page is to tell it: what was asked for is not there, or may not be
     */
    public void tellOn(Model page) {
        if (isForTheErrorPage()) {
            throw this;
        }
        page.addAttribute(ON_PAGE, this);
    }

    /** Whether no page of its own tells it: what was asked for is not there, or may not be. */
    public boolean isForTheErrorPage() {
        return FOR_THE_ERROR_PAGE.contains(getStatusCode().value());
    }

    public List<Fault> faults() {
        return faults;
    }

    /** Whether a fault is in this field. */
    public boolean isIn(String field) {
        return faults.stream().anyMatch(fault -> field.equals(fault.field()));
    }

    public @Nullable String detail() {
        return getBody().getDetail();
    }
}
