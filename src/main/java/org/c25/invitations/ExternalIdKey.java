package org.c25.invitations;

import java.nio.file.Path;
import java.util.HexFormat;
import org.c25.common.Sha256;
import org.c25.security.KeyFile;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The key that turns recruiters' IDs into what is kept of them, however easily an ID could be guessed, and into the
 * secrets of their invitations.
 */
@Component
public class ExternalIdKey extends KeyFile {

    public ExternalIdKey(@Value("${c25.data-dir}") Path dataDir) {
        super(dataDir, "outside-ids.key");
    }

    /** HMAC-SHA-256 of a text, 64 hexadecimal digits. */
    public String hmac(String text) {
        return HexFormat.of().formatHex(digest(text));
    }

    /** HMAC-SHA-256 of a text, 32 bytes. */
    public byte[] digest(String text) {
        return Sha256.hmac(bytes(), text);
    }
}
