package org.c25.images;

/**
 * A checked image.
 *
 * @param hash SHA-256 of its bytes, 64 hexadecimal digits; the name under which it is stored
 * @param type {@code image/jpeg}, {@code image/png} or {@code image/webp}, told from the bytes and not from the name
 * @param width in pixels, as it is shown: upright
 * @param height in pixels, as for the width
 */
public record Picture(String hash, String type, int width, int height) {}
