package org.c25;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.c25.testing.Api;
import org.c25.testing.Lab;
import org.c25.testing.OnH2;
import org.c25.testing.Person;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The pool closes each connection after half an hour, also the one that a first start made the tables with. */
@OnH2
class RenewedConnectionsTest {

    @LocalServerPort
    int port;

    @Autowired
    HikariDataSource pool;

    @Test
    void everythingGoesOnWhenAllConnectionsAreRenewed() throws SQLException {
        // As in real life the database stays open meanwhile: a connection beside the pool's sees to that.
        try (Connection beside =
                DriverManager.getConnection(pool.getJdbcUrl(), pool.getUsername(), pool.getPassword())) {
            pool.getHikariPoolMXBean().softEvictConnections();
            aWholeParticipation();
            assertThat(beside.isClosed()).isFalse();
        }
    }

    private void aWholeParticipation() {
        Lab lab = new Lab(Api.stranger(port).admin());
        String token = lab.invite(lab.openSet(lab.study(), 3), 1).get(0);
        Person person = new Person(Api.stranger(port), token);
        person.consent().expect(200);
        for (int position = 0; position < 3; position++) {
            person.answer(position, 1, 2, 3).expect(200);
        }
        person.complete(3).expect(200);
        person.withdraw().expect(204);
    }
}
