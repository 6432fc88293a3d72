package org.c25.export;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.c25.common.Sha256;

/** Writes files into a ZIP, and keeps the size and the checksum of each. The same files give the same bytes. */
final class Zip {

    /**
     * The first moment that a ZIP can hold. Every entry has it: the real time of packing would give other bytes for the
     * same data.
     */
    private static final LocalDateTime ALWAYS = LocalDateTime.of(1980, 1, 1, 0, 0);

    private final ZipOutputStream zip;
    private final String folder;
    private final List<Entry> entries;

    Zip(OutputStream out) {
        this(new ZipOutputStream(out, StandardCharsets.UTF_8), "", new ArrayList<>());
    }

    private Zip(ZipOutputStream zip, String folder, List<Entry> entries) {
        this.zip = zip;
        this.folder = folder;
        this.entries = entries;
    }

    /**
     * A file in the ZIP.
     *
     * @param path the folders and the name, with / between them
     * @param bytes the size, unpacked
     * @param sha256 64 hexadecimal digits
     */
    record Entry(String path, long bytes, String sha256) {}

    /** Returns the same ZIP, for files of one of its folders. */
    Zip in(String name) {
        return new Zip(zip, folder + name + "/", entries);
    }

    Entry add(SetFile file) throws IOException {
        return add(file.name(), out -> {
            BufferedWriter writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 1 << 16);
            file.write(writer);
            writer.flush();
        });
    }

    Entry add(String name, String text) throws IOException {
        return add(name, text.getBytes(StandardCharsets.UTF_8));
    }

    Entry add(String name, byte[] bytes) throws IOException {
        return add(name, out -> out.write(bytes));
    }

    private interface Content {

        void write(OutputStream out) throws IOException;
    }

    private Entry add(String name, Content content) throws IOException {
        ZipEntry entry = new ZipEntry(folder + name);
        entry.setTimeLocal(ALWAYS);
        zip.putNextEntry(entry);
        DigestOutputStream digest = Sha256.through(zip);
        content.write(digest);
        zip.closeEntry();
        String sha256 = HexFormat.of().formatHex(digest.getMessageDigest().digest());
        Entry added =
                new Entry(entry.getName(), entry.getSize(), sha256); // The size is known since the entry was closed.
        entries.add(added);
        return added;
    }

    /** Returns the files so far, of all folders, in the order in which they were added. */
    List<Entry> entries() {
        return List.copyOf(entries);
    }

    void finish() throws IOException {
        zip.finish();
    }
}
