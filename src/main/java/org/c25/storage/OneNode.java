package org.c25.storage;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.jdbc.support.SQLExceptionSubclassTranslator;
import org.springframework.stereotype.Component;

/**
 * Lets one node after the other do what must not be done twice at the same moment, such as to fill an empty database.
 * It holds a row lock, on a connection apart from those that the work uses; if the node dies, the lock is free.
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
                statement.execute("select id from era for update");
                return work.get();
            } finally {
                lock.rollback();
                lock.setAutoCommit(autoCommit);
            }
        } catch (SQLException e) {
            throw new SQLExceptionSubclassTranslator().translate("one node at a time", null, e);
        }
    }
}
