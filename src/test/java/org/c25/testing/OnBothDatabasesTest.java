package org.c25.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Both databases have their turn, and each is a real one. */
@OnBothDatabases
class OnBothDatabasesTest {

    private static final List<Database> SEEN = new ArrayList<>();

    @Test
    void theDatabaseIsTheOneThatTheRunIsNamedFor(@Autowired Database named, @Autowired DataSource database)
            throws SQLException {
        SEEN.add(named);
        try (Connection connection = database.getConnection()) {
            assertThat(connection.getMetaData().getDatabaseProductName()).isEqualTo(named.product);
            if (named == Database.POSTGRESQL) {
                assertThat(connection.getMetaData().getDatabaseMajorVersion()).isEqualTo(18);
            }
        }
    }

    @AfterAll
    static void bothHadTheirTurn() {
        assertThat(SEEN).containsExactly(Database.H2, Database.POSTGRESQL);
    }
}
