package org.c25;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Lets a node that is told to stop take requests for a while, though it is no longer ready: the load balancer has to
 * see that first, or requests that it still sends find the port closed. After this, Spring Boot closes the port and lets
 * the requests that run end.
 */
@Component
class Drain implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Drain.class);

    private final Duration time;
    private volatile boolean running;

    Drain(@Value("${c25.shutdown.drain}") Duration time) {
        this.time = time;
    }

    /** Stops before everything else. */
    @Override
    public int getPhase() {
        return Integer.MAX_VALUE;
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        if (time.toMillis() > 0) {
            LOG.info("No longer ready; requests are taken for {} s more", time.toMillis() / 1000.0);
            try {
                Thread.sleep(time.toMillis());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt(); // Who stops is in a hurry.
            }
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
