package org.c25.bodies;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import org.c25.common.Outage;
import org.c25.web.UploadedFile;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;

/**
 * The first filter that a request passes. It takes a whole body into memory before any other code sees the request, if
 * the body is no longer than {@link BodyLimits} allows. Requests with files go on unread to {@link UploadGate}, and
 * only to addresses that take files.
 */
class BodyGate implements Filter {

    /** How long the rest of a body is read and thrown away after its request has been answered. */
    private static final Duration DISCARDED_FOR = Duration.ofSeconds(10);

    private static final int LONG_BODIES_AT_ONCE = 16;

    private final BodyLimits limits;
    private final BodyAddresses addresses;
    private final BodySettings settings;
    private final UploadFolder folder;
    private final Semaphore longBodies = new Semaphore(LONG_BODIES_AT_ONCE);

    BodyGate(BodyLimits limits, BodyAddresses addresses, BodySettings settings, UploadFolder folder) {
        this.limits = limits;
        this.addresses = addresses;
        this.settings = settings;
        this.folder = folder;
    }

    @Override
    public void doFilter(ServletRequest servletRequest, ServletResponse servletResponse, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest request = (HttpServletRequest) servletRequest;
        HttpServletResponse response = (HttpServletResponse) servletResponse;
        try {
            if (request.getMethod().equals(HttpMethod.TRACE.name())) {
                throw BodyRefused.trace();
            } else if (request.getAttribute(Intake.TAKEN) instanceof Body body) {
                request.removeAttribute(Intake.TAKEN);
                goOn(request, response, body, chain);
            } else if (request.getDispatcherType() != DispatcherType.REQUEST || !hasBody(request)) {
                chain.doFilter(request, response);
            } else if (isMultipart(request)) {
                takeFiles(request, response, chain);
            } else {
                take(request, response, chain);
            }
        } catch (BodyRefused refused) {
            Refusals.answer(request, response, refused);
            discardRest(request, response);
        }
    }

    private static boolean hasBody(HttpServletRequest request) {
        return request.getContentLengthLong() > 0 || request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null;
    }

    private static boolean isMultipart(HttpServletRequest request) {
        return String.valueOf(request.getContentType())
                .strip()
                .toLowerCase(Locale.ROOT)
                .startsWith("multipart/");
    }

    private void takeFiles(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (!addresses.takeFiles(request)) {
            throw BodyRefused.noFilesHere();
        }
        // If the upload is refused, nobody reads it to its end, and the connection can't be used for a further request.
        response.setHeader(HttpHeaders.CONNECTION, "close");
        request.setAttribute(UploadedFile.FOLDER, folder.path());
        chain.doFilter(new UploadRequest(request), response);
        discardRest(request, response);
    }

    private void take(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Body body = room(request);
        long length = request.getContentLengthLong();
        if (isThere(request, body)) {
            goOn(request, response, body, chain);
        } else {
            Intake.begin(request, response, body, settings.timeFor(length < 0 ? body.most() : length));
        }
    }

    /**
     * Returns the most bytes that the body may have. The sender is looked up here, before the filter that answers
     * outages, so an outage is answered here.
     */
    private int most(HttpServletRequest request) {
        try {
            return limits.of(request);
        } catch (RuntimeException e) {
            if (Outage.of(e).isPresent()) {
                throw BodyRefused.busy();
            }
            throw e;
        }
    }

    private Body room(HttpServletRequest request) {
        int most = most(request);
        if (most < BodyLimits.LONG) {
            return new Body(most, () -> {});
        }
        if (!longBodies.tryAcquire()) {
            throw BodyRefused.busy();
        }
        return new Body(most, longBodies::release);
    }

    /**
     * Reads the part of the body that has come already, without waiting, and returns whether that is all of it, as it
     * is for most bodies. A body in chunks is left to {@link Intake}, since reading it here could wait for the rest of
     * a chunk.
     */
    private static boolean isThere(HttpServletRequest request, Body body) throws IOException {
        if (request.getContentLengthLong() < 0) {
            return false;
        }
        try {
            ServletInputStream in = request.getInputStream();
            byte[] chunk = new byte[BodyLimits.SHORT];
            while (in.available() > 0 && !in.isFinished()) {
                body.add(chunk, in.read(chunk));
            }
            return in.isFinished();
        } catch (IOException e) {
            body.close();
            throw e;
        }
    }

    private static void goOn(HttpServletRequest request, HttpServletResponse response, Body body, FilterChain chain)
            throws IOException, ServletException {
        try {
            BodyRequest whole = new BodyRequest(request, body.bytes());
            try {
                chain.doFilter(whole, response);
            } finally {
                whole.handedOn();
            }
        } finally {
            body.close();
        }
    }

    private static void discardRest(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!request.isAsyncStarted() && !request.getInputStream().isFinished()) {
            Refusals.end(response);
            Intake.discard(request, response, DISCARDED_FOR);
        }
    }
}
