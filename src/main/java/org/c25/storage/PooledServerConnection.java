package org.c25.storage;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/**
 * A connection through a pooler in transaction mode. The driver sets the isolation of all transactions to come, on
 * whatever server connection the pooler lends for that one statement; there it would stay, for other people's
 * transactions. This sets it within the transaction that it is for.
 */
final class PooledServerConnection implements InvocationHandler {

    private final Connection connection;
    private int isolation = Connection.TRANSACTION_READ_COMMITTED;

    private PooledServerConnection(Connection connection) {
        this.connection = connection;
    }

    static Connection around(Connection connection) {
        return (Connection) Proxy.newProxyInstance(
                PooledServerConnection.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                new PooledServerConnection(connection));
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
        switch (method.getName()) {
            case "getTransactionIsolation":
                return isolation;
            case "setTransactionIsolation":
                isolation = (int) arguments(arguments)[0];
                return null;
            case "setAutoCommit":
                connection.setAutoCommit((boolean) arguments(arguments)[0]);
                isolate();
                return null;
            case "equals":
                return proxy == arguments(arguments)[0];
            case "hashCode":
                return System.identityHashCode(proxy);
            default:
                try {
                    return method.invoke(connection, arguments);
                } catch (InvocationTargetException e) {
                    throw e.getTargetException();
                }
        }
    }

    private static Object[] arguments(Object @Nullable [] arguments) {
        return arguments == null ? new Object[0] : arguments;
    }

    private void isolate() throws SQLException {
        if (!connection.getAutoCommit() && isolation != Connection.TRANSACTION_READ_COMMITTED) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("set transaction isolation level "
                        + (isolation == Connection.TRANSACTION_SERIALIZABLE ? "serializable" : "repeatable read"));
            }
        }
    }
}
