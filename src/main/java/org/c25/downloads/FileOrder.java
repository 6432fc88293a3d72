package org.c25.downloads;

import java.io.IOException;
import java.io.OutputStream;
import org.c25.common.UploadProgress;
import org.springframework.http.MediaType;

/**
 * An order for a large file.
 *
 * @param address the address at which the file is asked for, with everything that makes it what it is; a person who
 *     asks twice gets one file
 * @param name the name under which it is downloaded
 * @param type the type of the file
 * @param page the page on which it was asked for
 * @param content writes the file, in a thread that is not the request's
 * @param handingOut runs each time before the file is sent; throws a {@link org.c25.common.Problem} if the caller may
 *     not have it
 */
public record FileOrder(
        String address, String name, MediaType type, String page, Content content, Runnable handingOut) {

    /** Writes a file to the disk. It is read only later, so no transaction waits for readers. */
    public interface Content {

        void write(OutputStream out, UploadProgress progress) throws IOException;
    }
}
