package org.c25.bodies;

import java.io.IOException;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;
import org.apache.coyote.Processor;
import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.coyote.http11.Http11Processor;
import org.apache.tomcat.util.net.AbstractEndpoint.Handler.SocketState;
import org.apache.tomcat.util.net.SocketWrapperBase;

/**
 * Tomcat's HTTP/1.1, with a time within which the head of a request has to be there. Tomcat itself limits only the wait
 * for the next byte, so that one byte now and then would hold a connection for ever. The time is checked whenever bytes
 * come; where none come, Tomcat's own limit ends the wait.
 */
public final class TimedHeads extends Http11NioProtocol {

    /**
     * The time, in nanoseconds, at which the first bytes of a head came that is not all there yet; blank lines count.
     */
    private final Map<SocketWrapperBase<?>, Long> begun = Collections.synchronizedMap(new WeakHashMap<>());

    private Duration time = Duration.ofSeconds(30);

    void setTime(Duration time) {
        this.time = time;
    }

    @Override
    protected Processor createProcessor() {
        return new TimedProcessor(this);
    }

    private static final class TimedProcessor extends Http11Processor {

        private final TimedHeads heads;

        TimedProcessor(TimedHeads heads) {
            super(heads, heads.getAdapter());
            this.heads = heads;
        }

        @Override
        public SocketState service(SocketWrapperBase<?> connection) throws IOException {
            int before = served();
            SocketState state = super.service(connection);
            boolean open = state == SocketState.LONG || state == SocketState.OPEN;
            if (!open || isAsync() || served() > before) {
                heads.begun.remove(connection);
                return state;
            }
            long now = System.nanoTime();
            return now - heads.begun.computeIfAbsent(connection, begins -> now) > heads.time.toNanos()
                    ? SocketState.CLOSED
                    : state;
        }

        private int served() {
            return request.getRequestProcessor().getRequestCount();
        }
    }
}
