package org.c25.participation;

import java.security.SecureRandom;
import java.util.Locale;

/** A completion code: ten letters and digits that can't be mistaken for each other, as in {@code K7QM2-XR4TD}. */
public final class CompletionCode {

    private static final String ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int HALF = 5;
    private static final SecureRandom RANDOM = new SecureRandom();

    private CompletionCode() {}

    static String random() {
        return half() + "-" + half();
    }

    private static String half() {
        StringBuilder letters = new StringBuilder();
        for (int i = 0; i < HALF; i++) {
            letters.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
        }
        return letters.toString();
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
