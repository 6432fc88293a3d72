package org.c25.security;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/**
 * Seals secrets that have to be read again: the secret of a link that is sent by e-mail, so that a reminder can carry
 * the link, and the secret with which a recruiter signs. It uses AES-256-GCM (NIST SP 800-38D) with a random nonce, and
 * binds the text to its row, as to the invitation by its hash. A sealed text is of no use without
 * {@link LinkSealingKey}.
 */
@Component
public class SealedSecrets {

    private static final String ALGORITHM = "AES/GCM/NoPadding";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final LinkSealingKey key;

    SealedSecrets(LinkSealingKey key) {
        this.key = key;
    }

    /**
     * Seals a secret, bound to its own hash.
     *
     * @return nonce and cipher text in Base64, at most 200 characters
     */
    public String seal(Secret secret) {
        return seal(secret.text(), secret.hash());
    }

    /**
     * Seals a text, bound to a row.
     *
     * @param row the row that the text is for: sealed for one, it opens for no other
     * @return nonce and cipher text in Base64: a third longer than the text, and 40 characters
     */
    public String seal(String text, String row) {
        byte[] nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce, row).doFinal(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder()
                    .encodeToString(ByteBuffer.allocate(nonce.length + sealed.length)
                            .put(nonce)
                            .put(sealed)
                            .array());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e); // Every JDK has it.
        }
    }

    /** Returns the secret with this hash; empty if it was sealed by another key, or for another invitation. */
    public Optional<Secret> open(String sealed, String hash) {
        return openText(sealed, hash).map(Secret::new);
    }

    /** Returns the text; empty if it was sealed by another key, or for another row. */
    public Optional<String> openText(String sealed, String row) {
        ByteBuffer bytes = ByteBuffer.wrap(Base64.getDecoder().decode(sealed));
        byte[] nonce = new byte[NONCE_BYTES];
        bytes.get(nonce);
        byte[] rest = new byte[bytes.remaining()];
        bytes.get(rest);
        try {
            return Optional.of(
                    new String(cipher(Cipher.DECRYPT_MODE, nonce, row).doFinal(rest), StandardCharsets.UTF_8));
        } catch (AEADBadTagException e) {
            return Optional.empty();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private Cipher cipher(int mode, byte[] nonce, String row) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(ALGORITHM);
        cipher.init(mode, new SecretKeySpec(key.bytes(), "AES"), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(row.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}
