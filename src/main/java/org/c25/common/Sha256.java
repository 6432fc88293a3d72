package org.c25.common;

import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.DigestOutputStream;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** SHA-256 (FIPS 180-4) as it is stored and shown: 64 hexadecimal digits in lower case. */
public final class Sha256 {

    private static final String HMAC = "HmacSHA256";

    private Sha256() {}

    /** Returns the hash of a text in UTF-8. */
    public static String of(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }

    public static String of(byte[] bytes) {
        return HexFormat.of().formatHex(digest().digest(bytes));
    }

    /** Returns a stream whose hash is known once it has been read to its end. */
    public static DigestInputStream through(InputStream in) {
        return new DigestInputStream(in, digest());
    }

    /** Returns a stream that hashes what is written through it. */
    public static DigestOutputStream through(OutputStream out) {
        return new DigestOutputStream(out, digest());
    }

    /** Returns the hash of what the stream has given until now. It can be asked for once. */
    public static String of(DigestInputStream read) {
        return HexFormat.of().formatHex(read.getMessageDigest().digest());
    }

    /** Returns an HMAC-SHA-256 (RFC 2104) with a key of at least one byte. It makes 32 bytes of what it is given. */
    public static Mac hmac(byte[] key) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(key, HMAC));
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e); // Every JDK has it.
        }
    }

    /** Returns the 32 bytes of the HMAC-SHA-256 of a text in UTF-8. */
    public static byte[] hmac(byte[] key, String text) {
        return hmac(key).doFinal(text.getBytes(StandardCharsets.UTF_8));
    }

    public static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // Every JDK has it.
        }
    }
}
