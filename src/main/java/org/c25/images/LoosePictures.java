package org.c25.images;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.zip.Deflater;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;

/** Puts files that were sent one by one into a ZIP, so that they are read as one that was sent. */
public final class LoosePictures implements AutoCloseable {

    private final ZipArchiveOutputStream out;

    public LoosePictures(Path zip) throws IOException {
        out = new ZipArchiveOutputStream(zip);
        out.setLevel(Deflater.NO_COMPRESSION); // Pictures are compressed already.
    }

    /** @param name its path, as the browser tells it: with the folders if a folder was chosen */
    public void add(String name, InputStream bytes) throws IOException {
        // What ends with a slash would be a folder.
        out.putArchiveEntry(new ZipArchiveEntry(name.replaceAll("/+$", "")));
        bytes.transferTo(out);
        out.closeArchiveEntry();
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
