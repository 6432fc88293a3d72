package org.c25.common;

import java.time.Duration;
import java.util.ArrayList;
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
 * A problem with a request that can't be carried out. Programs get it as an RFC 9457 problem, people as a page or a
 * form with the faults. Nothing is stored of such a request.
 */
public class Problem extends ErrorResponseException {

    /** The name of the model attribute that holds the problem of the form that was sent. */
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

    /** Makes a problem of a class of its own, by which other code recognises it. */
    protected Problem(HttpStatus status, String detail) {
        this(status, detail, List.of());
    }

    /** Returns a 404, also for what the caller may not see. */
    public static Problem notFound(String what) {
        return new Problem(HttpStatus.NOT_FOUND, "There is no such " + what + ".", List.of());
    }

    /** Returns a 401: the caller is not known. */
    public static Problem unauthorized(String detail) {
        return new Problem(HttpStatus.UNAUTHORIZED, detail, List.of());
    }

    public static Problem forbidden(String detail) {
        return new Problem(HttpStatus.FORBIDDEN, detail, List.of());
    }

    /** Returns a 409: the request is well formed, but does not fit the present state. */
    public static Problem conflict(String detail) {
        return new Problem(HttpStatus.CONFLICT, detail, List.of());
    }

    /**
     * Returns a 409: these fields can't be as wanted in the present state.
     *
     * @param detail what stands in the way, without the full stop
     * @param faults at least one
     */
    public static Problem conflict(String detail, List<Fault> faults) {
        String fields = faults.stream().map(Fault::place).collect(Collectors.joining(", "));
        return new Problem(HttpStatus.CONFLICT, detail + ": " + fields + ".", faults);
    }

    /** Returns a 412: the state from which the caller started has changed. */
    public static Problem outdated(String detail) {
        return new Problem(HttpStatus.PRECONDITION_FAILED, detail, List.of());
    }

    /**
     * Returns a 503 with {@code Retry-After}: the server can't do it at present.
     *
     * @param wait how long to wait before another try, rounded up to whole seconds
     */
    public static Problem unavailable(String detail, Duration wait) {
        return later(HttpStatus.SERVICE_UNAVAILABLE, detail, wait);
    }

    /**
     * Returns a 429 with {@code Retry-After}: the caller asks more often than anybody needs to.
     *
     * @param wait how long to wait before another try, rounded up to whole seconds
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

    /** Returns a 422: one field is missing or out of range. */
    public static Problem invalid(String field, String message) {
        return invalid(List.of(Fault.inField(field, message)));
    }

    /**
     * Returns a 422 with everything that is wrong, so that it can be mended in one go; of more than a hundred faults the
     * first hundred, and how many more there are.
     *
     * @param faults at least one
     */
    public static Problem invalid(List<Fault> faults) {
        List<Fault> told = faults.subList(0, Math.min(FaultList.MOST, faults.size()));
        return invalid(told, faults.size() - told.size());
    }

    /**
     * Returns a 422.
     *
     * @param told the faults that are told, at least one
     * @param more how many more there are
     */
    static Problem invalid(List<Fault> told, int more) {
        String detail =
                told.stream().limit(FAULTS_IN_DETAIL).map(Fault::toString).collect(Collectors.joining("; "));
        int left = told.size() + more - FAULTS_IN_DETAIL;
        List<Fault> faults = new ArrayList<>(told);
        if (more > 0) {
            String field = told.get(told.size() - 1).field();
            faults.add(new Fault(field, null, null, null, "has " + more + " more faults; mend these first"));
        }
        return new Problem(
                HttpStatus.UNPROCESSABLE_CONTENT, left > 0 ? detail + "; and " + left + " more" : detail, faults);
    }

    /** Returns a problem that was found before and elsewhere, as it was then. */
    public static Problem told(HttpStatus status, String detail, List<Fault> faults) {
        return new Problem(status, detail, faults);
    }

    /** Adds a member to the problem's JSON. */
    public Problem with(String name, Object value) {
        getBody().setProperty(name, value);
        return this;
    }

    /** Returns the same problem, with its fields named as a form names them. */
    public Problem named(UnaryOperator<String> inForm) {
        return retold(fault -> fault.field() == null ? fault : fault.in(inForm.apply(fault.field())));
    }

    /** Returns the same problem, with each fault replaced by another. */
    public Problem retold(UnaryOperator<Fault> other) {
        return new Problem(
                HttpStatus.valueOf(getStatusCode().value()),
                String.valueOf(detail()),
                faults.stream().map(other).toList());
    }

    /**
     * Puts the problem into the model of a form's page, which comes again with it on top of the form and beside its
     * fields.
     *
     * @throws Problem this one, if the error page is to tell it: what was asked for is not there, or the caller may not
     *     have it
     */
    public void tellOn(Model page) {
        if (isForTheErrorPage()) {
            throw this;
        }
        page.addAttribute(ON_PAGE, this);
    }

    /**
     * Whether the error page tells it, and not the page of the form: what was asked for is not there, or the caller may
     * not have it.
     */
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
