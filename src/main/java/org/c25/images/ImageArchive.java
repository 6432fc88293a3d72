package org.c25.images;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.c25.common.Fault;
import org.c25.common.Numbers;
import org.c25.common.Problem;

/**
 * A ZIP of images, looked up by their bare names, whatever folder they lie in. Nothing is ever unpacked to a path that
 * the archive names.
 */
public class ImageArchive implements AutoCloseable {

    private final String field;
    private final Pictures pictures;
    private final long maxUnpacked;
    private final ZipFile zip;
    private final Map<String, ZipEntry> entries = new HashMap<>();
    private final List<Fault> faults = new ArrayList<>();
    private long unpacked;

    private ImageArchive(String field, Pictures pictures, long maxUnpacked, ZipFile zip) {
        this.field = field;
        this.pictures = pictures;
        this.maxUnpacked = maxUnpacked;
        this.zip = zip;
    }

    /**
     * Opens a file as an archive.
     *
     * @param field the request's field the archive came in, for messages
     * @throws Problem if the file is not a ZIP
     */
    static ImageArchive open(String field, Path file, Pictures pictures, long maxUnpacked) throws IOException {
        try {
            ImageArchive archive =
                    new ImageArchive(field, pictures, maxUnpacked, new ZipFile(file.toFile(), StandardCharsets.UTF_8));
            archive.list();
            return archive;
        } catch (ZipException | IllegalArgumentException e) {
            throw Problem.invalid(field, "is not a ZIP archive, or is damaged");
        }
    }

    private void list() {
        for (Enumeration<? extends ZipEntry> all = zip.entries(); all.hasMoreElements(); ) {
            ZipEntry entry = all.nextElement();
            String path = entry.getName().replace('\\', '/');
            if (leavesTheArchive(path)) {
                faults.add(Fault.inFile(field, entry.getName(), "lies outside the archive; pack the images again"));
            } else if (!path.endsWith("/") && !isLeftByAnOperatingSystem(path)) {
                ZipEntry other = entries.putIfAbsent(bareName(path), entry);
                if (other != null) {
                    faults.add(Fault.inFile(
                            field, entry.getName(), "has the same file name as " + other.getName() + "; keep one"));
                }
            }
        }
    }

    private static boolean leavesTheArchive(String path) {
        return path.startsWith("/")
                || path.matches("^[A-Za-z]:.*")
                || List.of(path.split("/")).contains("..");
    }

    private static boolean isLeftByAnOperatingSystem(String path) {
        return path.startsWith("__MACOSX/")
                || Set.of(".DS_Store", "Thumbs.db", "desktop.ini").contains(bareName(path));
    }

    private static String bareName(String path) {
        // macOS packs names decomposed; a manifest has them composed.
        return Normalizer.normalize(path.substring(path.lastIndexOf('/') + 1), Normalizer.Form.NFC);
    }

    /** Returns the faults of the archive itself, which are known once it is open. */
    public List<Fault> faults() {
        return List.copyOf(faults);
    }

    public int size() {
        return entries.size();
    }

    public boolean has(String filename) {
        return entries.containsKey(Normalizer.normalize(filename, Normalizer.Form.NFC));
    }

    /**
     * Returns the bytes of one image.
     *
     * @throws UnfitImageException if it is damaged or larger than an image may be
     * @throws Problem if the archive has by now unpacked to more than it may
     */
    public byte[] read(String filename) throws UnfitImageException {
        ZipEntry entry = entries.get(Normalizer.normalize(filename, Normalizer.Form.NFC));
        if (entry == null) {
            throw new UnfitImageException("is not in the archive");
        }
        try (InputStream in = zip.getInputStream(entry)) {
            // Never believe the size that the archive states: count what comes out.
            byte[] bytes = in.readNBytes((int) Math.min(pictures.maxBytes() + 1, Integer.MAX_VALUE - 8));
            unpacked += bytes.length;
            if (unpacked > maxUnpacked) {
                throw Problem.invalid(
                        field,
                        "unpacks to more than " + Numbers.bytes(maxUnpacked)
                                + " (c25.images.max-archive); split the set");
            }
            if (bytes.length > pictures.maxBytes()) {
                throw pictures.tooManyBytes();
            }
            return bytes;
        } catch (ZipException | EOFException e) {
            throw new UnfitImageException("can't be read from the archive: it is damaged");
        } catch (IOException e) {
            throw new UncheckedIOException("The archive could not be read", e); // The disk failed, not the archive.
        }
    }

    /** Starts the count of unpacked bytes anew, for a second reading. */
    public void rewind() {
        unpacked = 0;
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
