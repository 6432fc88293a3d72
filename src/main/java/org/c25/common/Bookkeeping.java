package org.c25.common;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Writes that only note something beside a request, such as when a token was last used. If they fail, as in a database that only
 * reads, the request goes on, and the log has one line.
 */
public final class Bookkeeping {

    private static final Logger LOG = LoggerFactory.getLogger(Bookkeeping.class);

    private Bookkeeping() {}

    /**
     * @param what such as {@code The use of an API token}; no secret, and nobody's name
     * @param write one statement, or a transaction of its own
     * @throws IllegalStateException in a transaction, which would fail with it
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
