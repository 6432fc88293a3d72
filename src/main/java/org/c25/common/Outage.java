package org.c25.common;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.transaction.CannotCreateTransactionException;

/** The reasons why the server can't carry out a request at present, though nothing is wrong with the request. */
public enum Outage {
    DISK_FULL("The server's disk is full."),
    MEMORY_SHORT("The server is short of memory."),
    DATABASE_READ_ONLY("The database takes no changes."),
    DATABASE_AWAY("The database does not answer.");

    private static final Pattern FULL = Pattern.compile(
            "No space left on device|Disk quota exceeded|not enough space on the disk", Pattern.CASE_INSENSITIVE);

    private static final List<Class<? extends Throwable>> AWAY = List.of(
            CannotCreateTransactionException.class,
            DataAccessResourceFailureException.class,
            QueryTimeoutException.class);

    /** PostgreSQL's state for a full disk. */
    private static final Pattern FULL_STATES = Pattern.compile("53100");

    /** PostgreSQL's state for a read-only transaction, and H2's for a read-only database. */
    private static final Pattern READ_ONLY_STATES = Pattern.compile("25006|90097");

    /**
     * The states for a database that does not answer. There is no connection, or it broke (08). PostgreSQL is short of
     * something, shuts down or starts, or the system below it failed (53, 57P0x, 58). H2 can't read or write its file,
     * or is closed.
     */
    private static final Pattern AWAY_STATES =
            Pattern.compile("08...|53...|57P0[1-4]|58...|900(07|20|28|31|67|98)|90121");

    /** H2's state for any internal error. */
    private static final String H2_GENERAL_ERROR = "HY000";

    private static final String H2_FILE = "org.h2.mvstore.MVStoreException";

    private final String detail;

    Outage(String detail) {
        this.detail = detail;
    }

    /** Returns the message for the sender of the request. */
    public String detail() {
        return detail + " Nothing of the request was stored; try again in a few seconds.";
    }

    /** Returns the outage that the chain of causes tells of; empty if it tells of none. */
    public static Optional<Outage> of(Throwable thrown) {
        List<Throwable> causes = Causes.of(thrown).toList();
        if (causes.stream().anyMatch(Outage::isFull)) {
            return Optional.of(DISK_FULL);
        }
        if (Causes.isShortOfMemory(thrown)) {
            return Optional.of(MEMORY_SHORT);
        }
        if (causes.stream().anyMatch(cause -> isIn(READ_ONLY_STATES, cause))) {
            return Optional.of(DATABASE_READ_ONLY);
        }
        boolean away = causes.stream().anyMatch(Outage::isAway) || isOfTheFile(causes);
        return away ? Optional.of(DATABASE_AWAY) : Optional.empty();
    }

    private static boolean isFull(Throwable cause) {
        return isIn(FULL_STATES, cause)
                || cause instanceof IOException
                        && FULL.matcher(String.valueOf(cause.getMessage())).find();
    }

    private static boolean isAway(Throwable cause) {
        return AWAY.stream().anyMatch(kind -> kind.isInstance(cause))
                || isIn(AWAY_STATES, cause)
                || isClosedByThePool(cause);
    }

    private static boolean isIn(Pattern states, Throwable cause) {
        return cause instanceof SQLException sql
                && states.matcher(String.valueOf(sql.getSQLState())).matches();
    }

    /** Whether the pool has closed a broken connection while it was in use. What broke it has been lost on the way. */
    private static boolean isClosedByThePool(Throwable cause) {
        return cause instanceof SQLException sql
                && sql.getSQLState() == null
                && "Connection is closed".equals(sql.getMessage());
    }

    /** Whether H2's file failed. Deadlocks come with the same class, but with a state of their own around it. */
    private static boolean isOfTheFile(List<Throwable> causes) {
        return causes.stream().anyMatch(cause -> cause.getClass().getName().equals(H2_FILE))
                && causes.stream()
                        .filter(SQLException.class::isInstance)
                        .allMatch(cause -> H2_GENERAL_ERROR.equals(((SQLException) cause).getSQLState()));
    }
}
