package org.c25.images;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.zip.CRC32;
import org.apache.commons.compress.archivers.zip.UnsupportedZipFeatureException;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.archivers.zip.ZipMethod;
import org.c25.common.Numbers;
import org.c25.common.Problem;
import org.jspecify.annotations.Nullable;

/**
 * A ZIP of images, whose names may be in whatever charset. Nothing is ever unpacked to a path that the archive names.
 */
public class ImageArchive extends ImageSource {

    private static final String PACK_AGAIN = "; pack the images again as an ordinary ZIP";
    private static final int HEAD = 16;

    private final Pictures pictures;
    private final long maxUnpacked;
    private final ZipFile zip;
    private long unpacked;

    private ImageArchive(String field, Pictures pictures, long maxUnpacked, ZipFile zip) {
        super(field, "archive");
        this.pictures = pictures;
        this.maxUnpacked = maxUnpacked;
        this.zip = zip;
        Collections.list(zip.getEntries()).forEach(zipped -> add(new Packed(zipped)));
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
            return new ImageArchive(field, pictures, maxUnpacked, zip);
        } catch (FileSystemException ofTheDisk) {
            throw ofTheDisk;
        } catch (IOException | RuntimeException e) {
            throw Problem.invalid(field, FileKind.fault(file));
        }
    }

    /** One entry of the ZIP. */
    private final class Packed extends Entry {

        private final ZipArchiveEntry entry;

        private Packed(ZipArchiveEntry entry) {
            super(EntryNames.of(entry));
            this.entry = entry;
        }

        @Override
        byte[] bytes() throws UnfitImageException {
            return unpack(entry);
        }

        @Override
        byte[] head() {
            if (entry.getGeneralPurposeBit().usesEncryption() || !zip.canReadEntryData(entry)) {
                return new byte[0];
            }
            try (InputStream in = zip.getInputStream(entry)) {
                return in.readNBytes(HEAD);
            } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException e) {
                return new byte[0];
            }
        }
    }

    private byte[] unpack(ZipArchiveEntry entry) throws UnfitImageException {
        refuseUnreadable(entry);
        try (InputStream in = zip.getInputStream(entry)) {
            // Never believe the size that the archive states: count what comes out.
            byte[] bytes = in.readNBytes((int) Math.min(pictures.maxBytes() + 1, Integer.MAX_VALUE - 8));
            unpacked += bytes.length;
            if (unpacked > maxUnpacked) {
                throw Problem.invalid(
                        field(),
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

    private void refuseUnreadable(ZipArchiveEntry entry) throws UnfitImageException {
        if (entry.getGeneralPurposeBit().usesEncryption()) {
            throw Problem.invalid(field(), "has a password; pack the images again without one");
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
    @Override
    public void rewind() {
        unpacked = 0;
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
