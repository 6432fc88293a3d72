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
 * Takes in a body that is not all there yet, without a thread that waits for it: thousands can trickle, and hold up nobody.
 * When it is there, the request goes on. What is too long or too slow is answered at once; what still comes then is
 * thrown away for a while, as most clients read no answer before they have sent everything.
 */
final class Intake implements ReadListener, AsyncListener {

    /** The body that is all there, as an attribute of the request that goes on. */
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

    /** @param time after which the client is told that it is too slow */
    static void begin(HttpServletRequest request, HttpServletResponse response, Body body, Duration time)
            throws IOException {
        Intake intake = new Intake(request, response, body, time, false);
        intake.in.setReadListener(intake);
    }

    /** Throws away what still comes of a body whose request has been answered. */
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

    /** From below the request, whose input is closed with its response. */
    private void discard() throws IOException {
        Refusals.end(response); // A redirection would lie here until the request ends.
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
            return; // What the handlers started themselves is not ours.
        }
        if (!answered) {
            answer(BodyRefused.tooSlow());
        }
        async.complete();
    }

    /** The client went away. Tomcat tells both kinds of listeners. */
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
