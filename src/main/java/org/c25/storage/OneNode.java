package org.c25.storage;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.stereotype.Component;

/**
 * Lets one node after the other do what must not be done twice at the same moment, such as to fill an empty database.
 * It holds the lock of a row that it does not change, on a connection apart from those that the work uses; if the node
 * dies, the lock is free.
 */
@Component
public class OneNode {

    private final DataSource database;

    OneNode(DataSource database) {
        this.database = database;
    }

    /** Does the work when no other node does any by this way. The work may use transactions of its own. */
    public <T> T alone(Supplier<T> work) {
        try (Connection lock = database.getConnection()) {
            boolean autoCommit = lock.getAutoCommit();
            lock.setAutoCommit(false);
            try (Statement statement = lock.createStatement()) {
                statement.executeUpdate("update era set id = id");
                return work.get();
            } finally {
                lock.rollback();
                lock.setAutoCommit(autoCommit);
            }
        } catch (SQLException e) {
            throw new DataAccessResourceFailureException("the lock by which one node goes after the other", e);
        }
    }
}
