package org.c25.sampling;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * The rank of a row in a random draw: the first 64 bits of the SHA-256 (FIPS 180-4) of {@code seed:index} in decimal,
 * as in {@code 42:1234}. It depends on nothing else, so neither the order of the rows nor the machine changes a draw,
 * and other programs can repeat it.
 */
public final class SeededRank {

    private final MessageDigest sha256;
    private final String prefix;

    public SeededRank(long seed) {
        try {
            sha256 = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // Every JDK has it.
        }
        prefix = seed + ":";
    }

    /** Returns the rank of an index, to be compared as an unsigned number; the smallest are drawn first. */
    public long of(long index) {
        byte[] hash = sha256.digest((prefix + index).getBytes(StandardCharsets.US_ASCII));
        return ByteBuffer.wrap(hash).getLong();
    }
}
