package org.c25.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.c25.common.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;

/** An upload as a file of its own, for as long as the request lasts. There is no file if nothing was sent. */
public final class UploadedFile implements AutoCloseable {

    /**
     * A request attribute: the folder ({@link Path}) for its uploads. Without it, they go to the system's temporary
     * folder.
     */
    public static final String FOLDER = UploadedFile.class.getName() + ".FOLDER";

    private final @Nullable Path path;

    private UploadedFile(@Nullable Path path) {
        this.path = path;
    }

    /**
     * Makes the file of an upload.
     *
     * @param name the name of the part, which must not come as text
     * @throws Problem 422 if it does: the file itself was left out by mistake
     */
    public static UploadedFile of(@Nullable MultipartFile upload, String name, HttpServletRequest request)
            throws IOException {
        if (upload == null && request.getParameter(name) != null) {
            throw Problem.invalid(name, "came as text; send it as a file");
        }
        if (upload == null
                || upload.isEmpty()
                        && String.valueOf(upload.getOriginalFilename()).isEmpty()) {
            return new UploadedFile(null);
        }
        UploadedFile uploaded = blank(request);
        try {
            upload.transferTo(Objects.requireNonNull(uploaded.path));
            return uploaded;
        } catch (IOException | RuntimeException e) {
            uploaded.close();
            throw e;
        }
    }

    /** Makes an empty file, for what is put together from several uploads. */
    public static UploadedFile blank(HttpServletRequest request) throws IOException {
        return new UploadedFile(
                request.getAttribute(FOLDER) instanceof Path folder
                        ? Files.createTempFile(folder, "upload-", ".tmp")
                        : Files.createTempFile("c25-upload-", ".tmp"));
    }

    public @Nullable Path path() {
        return path;
    }

    @Override
    public void close() throws IOException {
        if (path != null) {
            Files.deleteIfExists(path);
        }
    }
}
