package org.c25.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A page learns from any node what its request is doing. */
class UploadProgressBoardTest {

    private static final String NAME = UUID.randomUUID().toString();

    private UploadProgressBoard busy;
    private UploadProgressBoard other;

    @BeforeEach
    void twoNodes() {
        JdbcClient database = JdbcClient.create(new DriverManagerDataSource(
                "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE"));
        database.sql("create table upload_progress (account_id bigint, name varchar(36), words varchar(1000),"
                        + " told_at timestamp(6) with time zone, primary key (account_id, name))")
                .update();
        busy = new UploadProgressBoard(database, Clock.systemUTC());
        other = new UploadProgressBoard(database, Clock.systemUTC());
    }

    @Test
    void anotherNodeKnowsIt() {
        try (UploadProgressBoard.ProgressReport report = busy.begin(7, NAME)) {
            report.tell("Unpacking");
            assertThat(busy.of(7, NAME)).contains("Unpacking");
            busy.tellOtherNodes();
            assertThat(other.of(7, NAME)).contains("Unpacking");

            report.tell("Storing");
            busy.tellOtherNodes();
            assertThat(other.of(7, NAME)).contains("Storing");
            assertThat(other.of(8, NAME)).as("another account").isEmpty();
        }
        busy.tellOtherNodes();

        assertThat(busy.of(7, NAME)).isEmpty();
        assertThat(other.of(7, NAME)).isEmpty();
    }

    @Test
    void withoutANameNobodyIsTold() {
        try (UploadProgressBoard.ProgressReport report = busy.begin(7, "../x")) {
            report.tell("Unpacking");
            busy.tellOtherNodes();
        }

        assertThat(other.of(7, "../x")).isEmpty();
    }
}
