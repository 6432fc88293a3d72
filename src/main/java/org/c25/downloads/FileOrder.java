package org.c25.downloads;

import java.io.IOException;
import java.io.OutputStream;
import org.c25.common.UploadProgress;
import org.springframework.http.MediaType;

/**
 * A large file that somebody wants.
 *
 * @param address where it is asked for, with all that makes it what it is; who asks twice gets one file
 * @param name as it is downloaded
 * @param page the page that it was asked for on
 * @param content makes it, in a thread that is not the request's
 * @param handingOut runs each time before it is sent; throws a {@link org.c25.common.Problem} if the caller may not have it
 */
public record FileOrder(
        String address, String name, MediaType type, String page, Content content, Runnable handingOut) {

    /** Writes a file to the disk. Readers come later, so no transaction waits for them. */
    public interface Content {

        void write(OutputStream out, UploadProgress progress) throws IOException;
    }
}
