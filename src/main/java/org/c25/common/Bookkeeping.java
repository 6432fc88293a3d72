package org.c25.common;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Does small writes beside a request, such as noting when a token was last used. If such a write fails, as in a
 * read-only database, the request goes on, and a line is written to the log.
 */
public final class Bookkeeping {

    private static final Logger LOG = LoggerFactory.getLogger(Bookkeeping.class);

    private Bookkeeping() {}

    /**
     * Does one such write.
     *
     * @param what what is noted, such as {@code The use of an API token}; no secret, and nobody's name
     * @param write one statement, or a transaction of its own
     * @throws IllegalStateException if a transaction is open, which would fail if the write fails
     */
    public static void note(String what, Runnable write) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("A transaction is open, and would fail with this");
        }
        try {
            write.run();
        } catch (DataAccessException | TransactionException e) {
            LOG.warn("{} was not noted: {}", what, Causes.bottom(e));
        }
    }
}
