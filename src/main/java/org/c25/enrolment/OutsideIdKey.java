package org.c25.enrolment;

import java.nio.file.Path;
import java.util.HexFormat;
import org.c25.web.Sha256;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The key that turns recruiters' IDs into what is kept of them, however easily an ID could be guessed, and into the
 * secrets of their invitations.
 */
@Component
class OutsideIdKey extends KeyFile {

    OutsideIdKey(@Value("${c25.data-dir}") Path dataDir) {
        super(dataDir, "outside-ids.key");
    }

    /** HMAC-SHA-256 of a text, 64 hexadecimal digits. */
    String hmac(String text) {
        return HexFormat.of().formatHex(digest(text));
    }

    /** HMAC-SHA-256 of a text, 32 bytes. */
    byte[] digest(String text) {
        return Sha256.hmac(bytes(), text);
    }
}
