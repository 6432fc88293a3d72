package org.c25.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import javax.imageio.IIOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.web.multipart.MultipartException;

/** What is told as an outage, however deep it lies, and what is not. */
class OutageTest {

    @ParameterizedTest
    @CsvSource({
        "53100, DISK_FULL",
        "25006, DATABASE_READ_ONLY",
        "90097, DATABASE_READ_ONLY",
        "08006, DATABASE_AWAY",
        "53300, DATABASE_AWAY",
        "57P01, DATABASE_AWAY",
        "90098, DATABASE_AWAY",
        "90020, DATABASE_AWAY",
    })
    void aStateOfTheDatabase(String state, Outage outage) {
        assertThat(Outage.of(new IllegalStateException(new SQLException("told by the driver", state))))
                .contains(outage);
    }

    @Test
    void aDiskWithoutRoomWhereverItIsMet() {
        IOException full = new IOException("/tmp/upload: No space left on device");

        assertThat(Outage.of(new MultipartException("Failed to parse", full))).contains(Outage.DISK_FULL);
        assertThat(Outage.of(new UncheckedIOException(full))).contains(Outage.DISK_FULL);
        assertThat(Outage.of(new SQLException("General error", "HY000", new IllegalStateException(full))))
                .contains(Outage.DISK_FULL);
    }

    @Test
    void memoryThatRanOutInALibrary() {
        assertThat(Outage.of(new IIOException("Error reading PNG", new OutOfMemoryError("Java heap space"))))
                .contains(Outage.MEMORY_SHORT);
    }

    @Test
    void faultsOfTheRequestAndOfOursAreNone() {
        assertThat(Outage.of(new DataIntegrityViolationException("twice", new SQLException("unique", "23505"))))
                .isEmpty();
        assertThat(Outage.of(new SQLException("a lock was not to be had", "HYT00")))
                .isEmpty();
        assertThat(Outage.of(new IOException("Broken pipe"))).isEmpty();
        assertThat(Outage.of(new NullPointerException())).isEmpty();
        assertThat(Outage.of(Problem.conflict("taken"))).isEmpty();
    }
}
