package org.c25.images;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.c25.common.Problem;

/** A folder of pictures on this server, with all folders in it. Symbolic links are not followed. */
final class PictureTree extends ImageSource {

    private static final int DEEPEST = 20;
    private static final int MOST_FILES = 1_000_000;
    private static final int HEAD = 16;

    private final Path folder;
    private final Pictures pictures;

    private PictureTree(String field, Path folder, Pictures pictures) {
        super(field, "folder");
        this.folder = folder;
        this.pictures = pictures;
    }

    static PictureTree of(String field, Path folder, Pictures pictures) throws IOException {
        PictureTree tree = new PictureTree(field, folder, pictures);
        try (Stream<Path> all = Files.walk(folder, DEEPEST)) {
            List<Path> files = all.filter(file -> !Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS))
                    .limit(MOST_FILES + 1)
                    .toList();
            if (files.size() > MOST_FILES) {
                throw Problem.invalid(field, "holds more than a million files; name one of the folders in it");
            }
            files.forEach(file -> tree.add(tree.new Lying(file)));
            return tree;
        } catch (UncheckedIOException e) {
            throw Problem.invalid(
                    field,
                    "holds a folder that this server may not read: "
                            + String.valueOf(
                                            e.getCause() == null
                                                    ? e
                                                    : e.getCause().getMessage())
                                    .replace(folder + "/", ""));
        }
    }

    /** One file. */
    private final class Lying extends Entry {

        private final Path file;

        private Lying(Path file) {
            super(EntryNames.ofPath(folder.relativize(file).toString()));
            this.file = file;
        }

        @Override
        byte[] bytes() throws UnfitImageException {
            if (!Files.isRegularFile(file) || RootFolder.below(folder, file.toString()) == null) {
                throw new UnfitImageException("is no file of the folder, or a link that leads out of it");
            }
            try (InputStream in = Files.newInputStream(file)) {
                byte[] bytes = in.readNBytes((int) Math.min(pictures.maxBytes() + 1, Integer.MAX_VALUE - 8));
                if (bytes.length > pictures.maxBytes()) {
                    throw pictures.tooManyBytes();
                }
                return pictures.asStored(bytes);
            } catch (IOException e) {
                throw new UnfitImageException("can't be read by this server");
            }
        }

        @Override
        byte[] head() {
            if (!Files.isRegularFile(file) || RootFolder.below(folder, file.toString()) == null) {
                return new byte[0];
            }
            try (InputStream in = Files.newInputStream(file)) {
                return in.readNBytes(HEAD);
            } catch (IOException e) {
                return new byte[0];
            }
        }
    }

    @Override
    public void rewind() {
        // Every file is opened anew.
    }

    @Override
    public void close() {
        // Nothing is open between two files.
    }
}
