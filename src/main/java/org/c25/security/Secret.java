package org.c25.security;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import org.c25.common.Sha256;

/**
 * A random secret. Whoever holds it may show it in place of a name and password. Only its hash is kept; being 192
 * random bits, it needs no slow hash.
 *
 * @param text 32 characters of the URL-safe Base64 alphabet if it was made here; anything if it comes from a request
 */
public record Secret(String text) {

    private static final int LENGTH = 24;
    private static final SecureRandom RANDOM = new SecureRandom();

    public static Secret random() {
        byte[] bytes = new byte[LENGTH];
        RANDOM.nextBytes(bytes);
        return of(bytes);
    }

    /** Returns a secret made of the first 24 of these bytes. */
    public static Secret of(byte[] bytes) {
        return new Secret(Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(bytes, LENGTH)));
    }

    /** Returns its SHA-256 as 64 hexadecimal digits. */
    public String hash() {
        return Sha256.of(text);
    }

    /** Returns a text without the secret: a record's own text would end up in a log. */
    @Override
    public String toString() {
        return "Secret[…]";
    }
}
