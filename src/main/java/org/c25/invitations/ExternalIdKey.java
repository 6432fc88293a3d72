package org.c25.invitations;

import java.util.HexFormat;
import org.c25.common.Sha256;
import org.c25.security.KeyFile;
import org.c25.storage.FileStore;
import org.springframework.stereotype.Component;

/**
 * The key that turns external IDs into the hashes that are kept of them, and into the secrets of their invitations.
 * Even an ID that is easy to guess can't be told from its hash without the key.
 */
@Component
public class ExternalIdKey extends KeyFile {

    public ExternalIdKey(FileStore files) {
        super(files, "outside-ids.key");
    }

    /** Returns the HMAC-SHA-256 of a text, 64 hexadecimal digits. */
    public String hmac(String text) {
        return HexFormat.of().formatHex(digest(text));
    }

    /** Returns the HMAC-SHA-256 of a text, 32 bytes. */
    public byte[] digest(String text) {
        return Sha256.hmac(bytes(), text);
    }
}
