package org.c25.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.c25.common.StartFault;
import org.h2.api.ErrorCode;
import org.h2.message.DbException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.web.server.PortInUseException;

class StartFaultsTest {

    private static StartFault of(Throwable thrown) {
        return StartFaults.of(new IllegalStateException("a bean", new RuntimeException(thrown)))
                .orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({
        ErrorCode.DATABASE_ALREADY_OPEN_1 + ", in use by another process, c25.data-dir",
        ErrorCode.FILE_CORRUPTED_1 + ", is damaged, bin/restore",
        ErrorCode.WRONG_USER_OR_PASSWORD + ", refuses the name or the password, spring.datasource.password",
        ErrorCode.IO_EXCEPTION_1 + ", can't be read and written, chown",
        ErrorCode.URL_FORMAT_ERROR_2 + ", is not one, spring.datasource.url",
    })
    void whatH2SaysIsToldWithWhatToDo(int code, String fault, String remedy) {
        StartFault told = of(DbException.get(code, "/srv/c25/c25.mv.db", "").getSQLException());

        assertThat(told.fault()).contains(fault);
        assertThat(told.remedy()).contains(remedy.replace("spring.datasource.", "."));
    }

    @ParameterizedTest
    @CsvSource({
        "28P01, refuses the name or the password",
        "3D000, no such database",
        "08001, does not answer",
        "42501, does not let this user",
        "XX000, can't be used"
    })
    void whatPostgreSqlSaysIsTold(String state, String fault) {
        assertThat(of(new SQLException("FATAL: x", state)).fault()).contains(fault, "FATAL: x");
    }

    @Test
    void anAddressOfNoDatabaseIsTold() {
        SQLException thrown = null;
        try {
            DriverManager.getConnection("jdbc:postgres//localhost/c25");
        } catch (SQLException e) {
            thrown = e;
        }

        assertThat(of(thrown).fault()).contains("The address of the database", "jdbc:postgres//localhost/c25");
    }

    @Test
    void portDiskAndFolderAreTold() {
        assertThat(of(new PortInUseException(8080)).fault()).isEqualTo("Port 8080 is in use by another program.");
        assertThat(of(new IOException("No space left on device")).fault()).contains("The disk is full");
        assertThat(of(new AccessDeniedException("/srv/c25")).fault()).contains("/srv/c25", "permission denied");
        assertThat(StartFaults.of(new NullPointerException("ours"))).isEmpty();
    }

    @Test
    void thereAreAtMostFiveLines() {
        String lines =
                StartFaultReporter.lines(new StartFault("one\ntwo\nthree", "four\r\nfive\n\n" + "six".repeat(200)));

        assertThat(lines.strip().lines()).hasSizeLessThanOrEqualTo(5).allMatch(line -> line.length() < 410);
    }
}
