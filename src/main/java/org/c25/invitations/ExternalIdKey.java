package org.c25.invitations;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.c25.security.KeyFile;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The key that turns recruiters' IDs into what is kept of them, however easily an ID could be guessed, and into the
 * secrets of their invitations.
 */
@Component
public class ExternalIdKey extends KeyFile {

    private static final String ALGORITHM = "HmacSHA256";

    public ExternalIdKey(@Value("${c25.data-dir}") Path dataDir) {
        super(dataDir, "outside-ids.key");
    }

    /** HMAC-SHA-256 of a text, 64 hexadecimal digits. */
    public String hmac(String text) {
        return HexFormat.of().formatHex(digest(text));
    }

    /** HMAC-SHA-256 of a text, 32 bytes. */
    public byte[] digest(String text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(bytes(), ALGORITHM));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e); // Every JDK has it.
        }
    }
}
