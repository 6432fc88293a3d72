package org.c25.enrolment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The key that turns recruiters' IDs into what is kept of them, and into the secrets of their invitations: 32 random bytes in the data folder, so that a copy of the
 * database alone gives no ID away, however easily it could be guessed.
 */
@Component
class OutsideIdKey {

    private static final int LENGTH = 32;
    private static final String ALGORITHM = "HmacSHA256";

    private final Path file;

    OutsideIdKey(@Value("${c25.data-dir}") Path dataDir) {
        this.file = dataDir.toAbsolutePath().normalize().resolve("outside-ids.key");
    }

    /** The key, which is made when it is first needed. It is read anew each time: other nodes share the folder. */
    byte[] bytes() {
        try {
            if (!Files.exists(file)) {
                make();
            }
            byte[] key = Files.readAllBytes(file);
            if (key.length != LENGTH) {
                throw new IllegalStateException(
                        file + " has to hold " + LENGTH + " bytes: put it back from a backup, see docs/settings.md");
            }
            return key;
        } catch (IOException e) {
            throw new UncheckedIOException("The key of outside IDs, " + file + ", could not be made or read", e);
        }
    }

    /** HMAC-SHA-256 of a text, 64 hexadecimal digits. */
    String hmac(String text) {
        return HexFormat.of().formatHex(digest(text));
    }

    /** HMAC-SHA-256 of a text, 32 bytes. */
    byte[] digest(String text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(bytes(), ALGORITHM));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e); // Every JDK has it.
        }
    }

    private void make() throws IOException {
        Files.createDirectories(file.getParent());
        // A temporary file is its owner's alone, and a link to it has the same rights.
        Path whole = Files.createTempFile(file.getParent(), "outside-ids-", ".tmp");
        try {
            write(whole);
            // Unlike a rename, a link never takes another's place: of two nodes at the same moment, one makes the key.
            Files.createLink(file, whole);
        } catch (FileAlreadyExistsException e) {
            // Another node's key, then.
        } finally {
            Files.deleteIfExists(whole);
        }
    }

    private static void write(Path file) throws IOException {
        byte[] key = new byte[LENGTH];
        new SecureRandom().nextBytes(key);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            ByteBuffer buffer = ByteBuffer.wrap(key);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            channel.force(true);
        }
    }
}
