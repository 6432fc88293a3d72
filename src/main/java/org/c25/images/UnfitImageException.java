package org.c25.images;

/** Says that bytes are not an image that this system takes. The message says why, to be put after a file's name. */
public class UnfitImageException extends Exception {

    public UnfitImageException(String message) {
        super(message);
    }
}
