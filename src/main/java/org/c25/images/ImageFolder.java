package org.c25.images;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A folder of images on this server. */
public final class ImageFolder {

    private final Path folder;
    private final Pictures pictures;

    /** @param folder its real path */
    ImageFolder(Path folder, Pictures pictures) {
        this.folder = folder;
        this.pictures = pictures;
    }

    /**
     * Returns the bytes of one image.
     *
     * @param path the path below the folder, such as {@code 689/face.jpg}
     * @throws UnfitImageException if it is not in the folder, can't be read, or is larger than an image may be
     */
    public byte[] read(String path) throws UnfitImageException {
        Path file = RootFolder.below(folder, path);
        if (file == null || !Files.isRegularFile(file)) {
            throw new UnfitImageException("is not in the folder of images");
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes((int) Math.min(pictures.maxBytes() + 1, Integer.MAX_VALUE - 8));
            if (bytes.length > pictures.maxBytes()) {
                throw pictures.tooManyBytes();
            }
            return bytes;
        } catch (IOException e) {
            throw new UnfitImageException("can't be read by this server");
        }
    }

    /**
     * Returns the bare names of the files in a folder below this one, in no order; empty if there is no such folder.
     *
     * @throws UncheckedIOException if the folder can't be read
     */
    public List<String> names(String below) {
        Path named = RootFolder.below(folder, below);
        if (named == null || !Files.isDirectory(named)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(named)) {
            return files.map(file -> file.getFileName().toString()).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
