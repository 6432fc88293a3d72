package org.c25.common;

import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 (FIPS 180-4) as it is stored and shown: 64 hexadecimal digits in lower case. */
public final class Sha256 {

    private Sha256() {}

    /** Of a text in UTF-8. */
    public static String of(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }

    public static String of(byte[] bytes) {
        return HexFormat.of().formatHex(digest().digest(bytes));
    }

    /** The stream, whose hash is known once it has been read to its end. */
    public static DigestInputStream through(InputStream in) {
        return new DigestInputStream(in, digest());
    }

    /** The stream, which hashes what is written through it. */
    public static DigestOutputStream through(OutputStream out) {
        return new DigestOutputStream(out, digest());
    }

    /** Of what a stream has given until now; it can be asked for once. */
    public static String of(DigestInputStream read) {
        return HexFormat.of().formatHex(read.getMessageDigest().digest());
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // Every JDK has it.
        }
    }
}
