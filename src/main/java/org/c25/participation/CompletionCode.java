package org.c25.participation;

import java.math.BigInteger;
import java.util.Locale;

/** A completion code: ten letters and digits that can't be mistaken for each other, as in {@code K7QM2-XR4TD}. */
public final class CompletionCode {

    private static final String ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int HALF = 5;

    private CompletionCode() {}

    /**
     * Returns a code that nobody can guess who does not have the secret.
     *
     * @param secret 32 bytes of which nothing is known
     */
    static String of(byte[] secret) {
        BigInteger letters = BigInteger.valueOf(ALPHABET.length());
        BigInteger left = new BigInteger(1, secret);
        StringBuilder code = new StringBuilder();
        for (int i = 0; i < 2 * HALF; i++) {
            code.append(ALPHABET.charAt(left.mod(letters).intValue()));
            left = left.divide(letters);
        }
        return code.insert(HALF, '-').toString();
    }

    /** Returns a code as codes are compared, however it was typed: capital letters and digits alone. */
    public static String normal(String typed) {
        return typed.toUpperCase(Locale.ROOT).replaceAll("[^0-9A-Z]", "");
    }

    /** Whether a text could be a completion code, given out or not. */
    public static boolean isLike(String typed) {
        return normal(typed).matches("[" + ALPHABET + "]{" + 2 * HALF + "}");
    }
}
