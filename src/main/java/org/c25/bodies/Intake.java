package org.c25.bodies;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;

/**
 * Takes in a body that is not all there yet, without a thread that waits for it, so that thousands of slow senders hold
 * up nobody. When the body is there, the request goes on. A body that is too long or too slow is answered at once. What
 * still comes of it then is read and thrown away for a while, as most clients read no answer before they have sent
 * everything.
 */
final class Intake implements ReadListener, AsyncListener {

    /** The attribute with the whole body, in the request that goes on. */
    static final String TAKEN = Intake.class.getName();

    private static final int CHUNK = 8192;

    private final HttpServletRequest request;
    private final HttpServletResponse response;
    private final Body body;
    private final AsyncContext async;
    private final ServletInputStream in;
    private boolean answered;
    private boolean goesOn;

    private Intake(HttpServletRequest request, HttpServletResponse response, Body body, Duration time, boolean answered)
            throws IOException {
        this.request = request;
        this.response = response;
        this.body = body;
        this.answered = answered;
        async = request.startAsync(request, response);
        async.setTimeout(time.toMillis());
        async.addListener(this);
        in = request.getInputStream();
    }

    /**
     * Begins to take in a body.
     *
     * @param time the time after which the client is told that it is too slow
     */
    static void begin(HttpServletRequest request, HttpServletResponse response, Body body, Duration time)
            throws IOException {
        Intake intake = new Intake(request, response, body, time, false);
        intake.in.setReadListener(intake);
    }

    /** Reads and throws away what still comes of a body whose request has been answered. */
    static void discard(HttpServletRequest request, HttpServletResponse response, Duration time) throws IOException {
        Intake intake = new Intake(request, response, new Body(0, () -> {}), time, true);
        intake.in.setReadListener(intake);
    }

    @Override
    public void onDataAvailable() throws IOException {
        byte[] chunk = new byte[CHUNK];
        while (in.isReady() && !in.isFinished()) {
            if (answered) {
                discard();
            } else {
                int length = in.read(chunk);
                if (length > 0) {
                    take(chunk, length);
                }
            }
        }
    }

    /** Discards from Tomcat's input below the request, since the request's own input is closed with its response. */
    private void discard() throws IOException {
        Refusals.end(response); // Otherwise a redirection would stay here until the request ends.
        ((PacedInput) request.getAttribute(PacedInput.OF_REQUEST)).discard();
    }

    private void take(byte[] chunk, int length) throws IOException {
        try {
            body.add(chunk, length);
        } catch (BodyRefused refused) {
            answer(refused);
        }
    }

    private void answer(BodyRefused refused) throws IOException {
        answered = true;
        try {
            Refusals.answer(request, response, refused);
        } catch (ServletException e) {
            throw new IOException(e);
        }
    }

    @Override
    public void onAllDataRead() {
        if (answered) {
            async.complete();
        } else {
            goesOn = true;
            request.setAttribute(TAKEN, body);
            async.dispatch();
        }
    }

    @Override
    public void onTimeout(AsyncEvent event) throws IOException {
        if (goesOn) {
            return; // The handlers started this dispatch themselves.
        }
        if (!answered) {
            answer(BodyRefused.tooSlow());
        }
        async.complete();
    }

    /** Does nothing: the client went away, and Tomcat tells {@link #onError(AsyncEvent)}, too. */
    @Override
    public void onError(Throwable e) {}

    @Override
    public void onError(AsyncEvent event) {
        if (!goesOn) {
            async.complete();
        }
    }

    @Override
    public void onComplete(AsyncEvent event) {
        if (!goesOn) {
            body.close();
        }
    }

    @Override
    public void onStartAsync(AsyncEvent event) {}
}
