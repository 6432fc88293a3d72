package org.c25.images;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32;
import org.apache.commons.compress.archivers.zip.UnsupportedZipFeatureException;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.archivers.zip.ZipMethod;
import org.c25.common.Numbers;
import org.c25.common.Problem;
import org.jspecify.annotations.Nullable;

/**
 * A ZIP of images, looked up by their bare names, whatever folder they lie in and in whatever charset the names are.
 * Nothing is ever unpacked to a path that the archive names. What nobody asks for may lie in it, however often.
 */
public class ImageArchive implements AutoCloseable {

    private static final String PACK_AGAIN = "; pack the images again as an ordinary ZIP";

    private final String field;
    private final Pictures pictures;
    private final long maxUnpacked;
    private final ZipFile zip;

    /** The entries that a bare name may mean. */
    private final Map<String, List<Entry>> entries = new HashMap<>();

    private int size;
    private long unpacked;

    private record Entry(ZipArchiveEntry zipped, EntryNames names) {}

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
            // Names whose charset the archive does not tell are read from their bytes; any charset that takes all bytes
            // does until then.
            ZipFile zip = ZipFile.builder()
                    .setPath(file)
                    .setCharset(StandardCharsets.ISO_8859_1)
                    .setUseUnicodeExtraFields(true)
                    .get();
            ImageArchive archive = new ImageArchive(field, pictures, maxUnpacked, zip);
            archive.list();
            return archive;
        } catch (FileSystemException ofTheDisk) {
            throw ofTheDisk;
        } catch (IOException | RuntimeException e) {
            throw Problem.invalid(field, FileKind.fault(file));
        }
    }

    private void list() {
        List<Entry> all = Collections.list(zip.getEntries()).stream()
                .map(zipped -> new Entry(zipped, EntryNames.of(zipped)))
                .filter(entry -> !entry.names().isNoFileOfAPerson())
                .toList();
        size = all.size();
        for (Entry entry : all) {
            for (String name : entry.names().bare()) {
                entries.computeIfAbsent(name, key -> new ArrayList<>(1)).add(entry);
            }
        }
    }

    /** Returns how many files lie in it, without those that operating systems leave there. */
    public int size() {
        return size;
    }

    public boolean has(String filename) {
        return entries.containsKey(composed(filename));
    }

    private static String composed(String filename) {
        return Normalizer.normalize(filename, Normalizer.Form.NFC);
    }

    /**
     * Returns the bare name of a file in the archive that may be meant by a name that is not: it differs in capitals or
     * in its ending alone.
     */
    public Optional<String> alike(String filename) {
        return entries.keySet().stream()
                .filter(name -> EntryNames.areAlike(name, composed(filename)))
                .sorted()
                .findFirst();
    }

    /**
     * Returns the bytes of one image, as they are stored.
     *
     * @throws UnfitImageException if it is damaged, packed in a way that can't be read, larger than an image may be, or
     *     if two files may be meant by this name
     * @throws Problem if the archive has a password, or has by now unpacked to more than it may
     */
    public byte[] read(String filename) throws UnfitImageException {
        ZipArchiveEntry entry = meantBy(filename).zipped();
        refuseUnreadable(entry);
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
            refuseDamaged(entry, bytes);
            return pictures.asStored(bytes);
        } catch (UnsupportedZipFeatureException e) {
            throw unreadable(entry);
        } catch (FileSystemException e) {
            throw new UncheckedIOException("The archive could not be read", e); // The disk failed, not the archive.
        } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException e) {
            // The readers of the methods of packing meet damaged bytes with exceptions of all kinds.
            throw damaged();
        }
    }

    private Entry meantBy(String filename) throws UnfitImageException {
        List<Entry> meant = entries.getOrDefault(composed(filename), List.of());
        if (meant.isEmpty()) {
            throw new UnfitImageException("is not in the archive");
        }
        // A name that is guessed gives way to one that is sure, and a less likely guess to a likelier one.
        int least =
                meant.stream().mapToInt(entry -> rank(entry, filename)).min().orElseThrow();
        List<Entry> likeliest =
                meant.stream().filter(entry -> rank(entry, filename) == least).toList();
        EntryNames names = likeliest.get(0).names();
        if (likeliest.size() > 1) {
            throw new UnfitImageException("is there twice, as " + names.path() + " and as "
                    + likeliest.get(1).names().path() + "; keep one");
        }
        if (names.leavesTheArchive()) {
            throw new UnfitImageException("lies outside the archive, at " + names.path() + "; pack the images again");
        }
        return likeliest.get(0);
    }

    /** How unlikely it is that an entry has this name: 0 if the archive tells it. */
    private static int rank(Entry entry, String filename) {
        return entry.names().sure() ? 0 : 1 + entry.names().bare().indexOf(composed(filename));
    }

    private void refuseUnreadable(ZipArchiveEntry entry) throws UnfitImageException {
        if (entry.getGeneralPurposeBit().usesEncryption()) {
            throw Problem.invalid(field, "has a password; pack the images again without one");
        }
        if (!zip.canReadEntryData(entry)) {
            throw unreadable(entry);
        }
    }

    private static UnfitImageException unreadable(ZipArchiveEntry entry) {
        @Nullable ZipMethod method = ZipMethod.getMethodByCode(entry.getMethod());
        String named = method == null || method == ZipMethod.UNKNOWN ? "number " + entry.getMethod() : method.name();
        return new UnfitImageException("is packed by a method that is not read here (" + named + ")" + PACK_AGAIN);
    }

    private static void refuseDamaged(ZipArchiveEntry entry, byte[] bytes) throws UnfitImageException {
        CRC32 sum = new CRC32();
        sum.update(bytes);
        if (entry.getSize() != ZipArchiveEntry.SIZE_UNKNOWN && entry.getSize() != bytes.length
                || entry.getCrc() != -1 && entry.getCrc() != sum.getValue()) {
            throw new UnfitImageException(
                    "does not fit its checksum in the archive: it is damaged. Send the archive again, or pack it again");
        }
    }

    private static UnfitImageException damaged() {
        return new UnfitImageException(
                "can't be read from the archive: it is damaged. Send the archive again, or pack it again");
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
