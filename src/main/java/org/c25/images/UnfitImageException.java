package org.c25.images;

/** Bytes that are not an image this system takes; the message says why, to be put after a file's name. */
public class UnfitImageException extends Exception {

    UnfitImageException(String message) {
        super(message);
    }
}
