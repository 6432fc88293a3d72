package org.c25.sets;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.c25.common.Problem;
import org.c25.images.LoosePictures;
import org.c25.web.UploadedFile;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;

/** The files of a request for a new set, each as a file of its own. Pictures that come one by one are put into one ZIP. */
final class SentFiles implements AutoCloseable {

    static final String MANIFEST = "manifest";
    static final String IMAGES = "images";
    static final String PICTURES = "pictures";

    private final UploadedFile manifest;
    private final UploadedFile images;

    private SentFiles(UploadedFile manifest, UploadedFile images) {
        this.manifest = manifest;
        this.images = images;
    }

    /**
     * Takes the files of a request.
     *
     * @param images one ZIP, or several pictures
     * @param pictures pictures, or one ZIP
     * @throws Problem 422 if one of them came as text, or pictures came both in a ZIP and one by one
     */
    static SentFiles of(
            @Nullable MultipartFile manifest,
            @Nullable List<MultipartFile> images,
            @Nullable List<MultipartFile> pictures,
            HttpServletRequest request)
            throws IOException {
        UploadedFile csv = UploadedFile.of(manifest, MANIFEST, request);
        try {
            return new SentFiles(csv, images(images, pictures, request));
        } catch (IOException | RuntimeException e) {
            csv.close();
            throw e;
        }
    }

    private static UploadedFile images(
            @Nullable List<MultipartFile> images, @Nullable List<MultipartFile> pictures, HttpServletRequest request)
            throws IOException {
        List<MultipartFile> archives = sent(images, IMAGES, request);
        List<MultipartFile> loose = sent(pictures, PICTURES, request);
        if (!archives.isEmpty() && !loose.isEmpty()) {
            throw Problem.invalid(PICTURES, "came beside images; send one of them");
        }
        if (archives.size() == 1) {
            return UploadedFile.of(archives.get(0), IMAGES, request);
        }
        if (loose.isEmpty()) {
            loose = archives;
        }
        if (loose.isEmpty()) {
            return UploadedFile.of(null, IMAGES, request);
        }
        if (loose.size() == 1 && isZip(loose.get(0))) {
            return UploadedFile.of(loose.get(0), PICTURES, request);
        }
        return packed(loose, request);
    }

    private static List<MultipartFile> sent(
            @Nullable List<MultipartFile> files, String field, HttpServletRequest request) {
        if ((files == null || files.isEmpty()) && request.getParameter(field) != null) {
            throw Problem.invalid(field, "came as text; send it as a file");
        }
        return files == null
                ? List.of()
                : files.stream().filter(file -> !name(file).isEmpty()).toList();
    }

    private static UploadedFile packed(List<MultipartFile> loose, HttpServletRequest request) throws IOException {
        UploadedFile packed = UploadedFile.blank(request);
        try (LoosePictures all = new LoosePictures(Objects.requireNonNull(packed.path()))) {
            for (MultipartFile one : loose) {
                try (InputStream bytes = one.getInputStream()) {
                    all.add(name(one), bytes);
                }
            }
            return packed;
        } catch (IOException | RuntimeException e) {
            packed.close();
            throw e;
        }
    }

    private static String name(MultipartFile file) {
        return Objects.requireNonNullElse(file.getOriginalFilename(), "");
    }

    private static boolean isZip(MultipartFile file) throws IOException {
        try (InputStream bytes = file.getInputStream()) {
            return new String(bytes.readNBytes(2), StandardCharsets.ISO_8859_1).equals("PK");
        }
    }

    /** Returns the files by the names that the job knows them by. */
    Map<String, Path> byName() {
        Map<String, Path> sent = new HashMap<>();
        put(sent, MANIFEST, manifest);
        put(sent, IMAGES, images);
        return sent;
    }

    private static void put(Map<String, Path> sent, String name, UploadedFile file) {
        Path path = file.path();
        if (path != null) {
            sent.put(name, path);
        }
    }

    @Override
    public void close() throws IOException {
        try (manifest;
                images) {
            // Both are closed, whatever happens to the first.
        }
    }
}
