package org.c25.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.c25.common.Problem;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The store of files in a bucket, on a real S3 API. */
@Tag("server")
class S3FileStoreTest {

    @TempDir
    static Path folder;

    private static S3Mock s3;
    private static S3FileStore files;

    @BeforeAll
    static void aBucket() throws IOException, InterruptedException {
        s3 = S3Mock.with("faces", Files.createDirectories(folder.resolve("s3")));
        files = S3FileStore.of(settings(s3.endpoint(), "c25/"), folder.resolve("temporary"));
    }

    private static S3Settings settings(String endpoint, String below) {
        return new S3Settings("faces", below, endpoint, "us-east-1", "name", "secret", true);
    }

    @AfterAll
    static void end() {
        files.close();
        s3.close();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void whatIsStoredIsReadAgainUntilItIsRemoved() throws IOException {
        assertThat(files.find("images/ab/one")).isEmpty();

        files.put("images/ab/one", bytes("first"));
        assertThat(files.find("images/ab/one").orElseThrow().getContentAsByteArray())
                .isEqualTo(bytes("first"));

        files.remove("images/ab/one");
        files.remove("images/ab/one");
        assertThat(files.find("images/ab/one")).isEmpty();
    }

    @Test
    void aLargeFileIsReadFromTheMiddleAndLeavesNothingBehind() throws IOException {
        byte[] large = new byte[3_000_000];
        IntStream.range(0, large.length).forEach(i -> large[i] = (byte) (i % 251));
        files.put("snapshots/large.zip", Files.write(folder.resolve("large"), large));

        try (FileChannel channel = files.open("snapshots/large.zip")) {
            ByteBuffer part = ByteBuffer.allocate(3);
            channel.read(part, 2_000_000);
            assertThat(channel.size()).isEqualTo(large.length);
            assertThat(part.array()).containsExactly(large[2_000_000], large[2_000_001], large[2_000_002]);
        }

        assertThat(folder.resolve("temporary")).isEmptyDirectory();
        assertThatThrownBy(() -> files.open("snapshots/none.zip")).isInstanceOf(NoSuchFileException.class);
    }

    /** One after the other: at the same moment S3 itself takes one of two, and its mock both. */
    @Test
    void ofTwoWhoBringAKeyOneIsFirst() throws IOException {
        assertThat(files.putFirst("links.key", bytes("a key"))).isTrue();
        assertThat(files.putFirst("links.key", bytes("another"))).isFalse();

        assertThat(files.find("links.key").orElseThrow().getContentAsByteArray())
                .isEqualTo(bytes("a key"));
    }

    @Test
    void anotherFolderOfTheBucketIsAnotherStore() {
        files.put("images/cd/two", bytes("second"));

        try (S3FileStore other = S3FileStore.of(settings(s3.endpoint(), "other/"), folder.resolve("temporary"))) {
            assertThat(other.find("images/cd/two")).isEmpty();
        }
    }

    @Test
    void aStoreThatDoesNotAnswerIsAwayAndNothingIsCalledMissing() {
        try (S3FileStore away = S3FileStore.of(settings("http://127.0.0.1:1", "c25/"), folder.resolve("temporary"))) {
            assertThatThrownBy(() -> away.find("images/ab/one"))
                    .isInstanceOfSatisfying(
                            Problem.class,
                            problem ->
                                    assertThat(problem.getStatusCode().value()).isEqualTo(503));
        }
    }

    @Test
    void aBucketThatIsNotThereIsAwayToo() {
        S3Settings none = new S3Settings("nobodys", "", s3.endpoint(), "us-east-1", "name", "secret", true);
        try (S3FileStore store = S3FileStore.of(none, folder.resolve("temporary"))) {
            assertThatThrownBy(() -> store.find("images/ab/one")).isInstanceOf(Problem.class);
        }
    }
}
