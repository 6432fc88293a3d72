package org.c25.bodies;

import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.coyote.ActionCode;
import org.apache.coyote.Adapter;
import org.apache.coyote.Request;
import org.apache.coyote.Response;
import org.apache.tomcat.util.net.SocketEvent;

/**
 * Stands between Tomcat's connections and everything else. It requires a {@linkplain PacedInput least rate} of bodies,
 * also of those that Tomcat itself reads to find parts. If some of a body is left when its request is over, the
 * connection ends: Tomcat would hold a thread to wait for the rest.
 */
final class PacedAdapter implements Adapter {

    private final Adapter adapter;
    private final BodySettings settings;

    PacedAdapter(Adapter adapter, BodySettings settings) {
        this.adapter = adapter;
        this.settings = settings;
    }

    @Override
    public void service(Request request, Response response) throws Exception {
        pace(request);
        adapter.service(request, response);
        leaveRest(request);
    }

    /** Puts the paced input in front of the connection's own, once for all requests of the connection. */
    private void pace(Request request) {
        if (!(request.getInputBuffer() instanceof PacedInput)) {
            long least = settings.leastRate().toBytes() * settings.stall().toSeconds();
            request.setInputBuffer(
                    new PacedInput(request.getInputBuffer(), settings.stall().toNanos(), least, System::nanoTime));
        }
        PacedInput input = (PacedInput) request.getInputBuffer();
        input.begin();
        request.setAttribute(PacedInput.OF_REQUEST, input);
    }

    @Override
    public boolean asyncDispatch(Request request, Response response, SocketEvent event) throws Exception {
        boolean success = adapter.asyncDispatch(request, response, event);
        leaveRest(request);
        return success;
    }

    private static void leaveRest(Request request) {
        AtomicBoolean async = new AtomicBoolean();
        request.action(ActionCode.ASYNC_IS_ASYNC, async);
        if (!async.get() && !request.isFinished()) {
            request.action(ActionCode.DISABLE_SWALLOW_INPUT, null);
        }
    }

    @Override
    public boolean prepare(Request request, Response response) throws Exception {
        return adapter.prepare(request, response);
    }

    @Override
    public void log(Request request, Response response, long time) {
        adapter.log(request, response, time);
    }

    @Override
    public void checkRecycled(Request request, Response response) {
        adapter.checkRecycled(request, response);
    }

    @Override
    public String getDomain() {
        return adapter.getDomain();
    }
}
