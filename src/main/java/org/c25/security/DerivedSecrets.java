package org.c25.security;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/**
 * Makes secrets that come out the same each time, so that they need not be remembered: HMAC-SHA-256 (RFC 2104) of a
 * purpose, with {@link LinkSealingKey}.
 */
@Component
public class DerivedSecrets {

    private static final String ALGORITHM = "HmacSHA256";

    private final LinkSealingKey key;

    DerivedSecrets(LinkSealingKey key) {
        this.key = key;
    }

    /**
     * Returns the secret for a purpose.
     *
     * @param purpose what it is for, and for whom
     * @return 32 bytes
     */
    public byte[] derive(String purpose) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key.bytes(), ALGORITHM));
            return mac.doFinal(purpose.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e); // Every JDK has it.
        }
    }
}
