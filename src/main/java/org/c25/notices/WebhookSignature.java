package org.c25.notices;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.c25.security.Secret;

/** Signs what is sent to webhooks, so that they can tell who sends it, and that it is not an old one sent again. */
final class WebhookSignature {

    /** The header that holds it. */
    static final String HEADER = "C25-Signature";

    private static final String ALGORITHM = "HmacSHA256";

    private WebhookSignature() {}

    /**
     * Returns the value of the header: {@code t=} the seconds since 1970, {@code ,v1=} the HMAC-SHA-256 (RFC 2104) of
     * these seconds, a full stop and the body, in hexadecimal. Its key is the secret's text in UTF-8.
     */
    static String of(String body, Secret secret, Instant at) {
        long seconds = at.getEpochSecond();
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.text().getBytes(StandardCharsets.UTF_8), ALGORITHM));
            byte[] hash = mac.doFinal((seconds + "." + body).getBytes(StandardCharsets.UTF_8));
            return "t=" + seconds + ",v1=" + HexFormat.of().formatHex(hash);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e); // Every JDK has it.
        }
    }
}
