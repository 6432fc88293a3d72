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
import org.c25.accounts.Caller;
import org.c25.common.Sha256;
import org.c25.common.UploadProgress;
import org.c25.common.Version;
import org.c25.reports.Publication;
import org.c25.results.SetResults;
import org.c25.sets.SetView;
import org.c25.studies.StudyView;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/**
 * All files of a set in one ZIP, with what is needed to understand, check and cite them: statistics, figures, protocol,
 * trial orders, a codebook in words, a Frictionless {@code datapackage.json}, a Croissant {@code metadata.json}, and a
 * citation file. It holds no images and nothing that tells who took part. The same data give the same bytes.
 */
@Component
public class DataPackage {

    public static final String NAME = "data-package.zip";
    public static final MediaType TYPE = MediaType.parseMediaType("application/zip");

    /**
     * The first moment that a ZIP can hold. Every entry has it: the real time of packing would give other bytes for the
     * same data.
     */
    private static final LocalDateTime ALWAYS = LocalDateTime.of(1980, 1, 1, 0, 0);

    private final SetFiles files;
    private final TrialOrderFiles orders;
    private final SetResults setResults;
    private final Publication publication;
    private final Version version;

    DataPackage(
            SetFiles files, TrialOrderFiles orders, SetResults setResults, Publication publication, Version version) {
        this.files = files;
        this.orders = orders;
        this.setResults = setResults;
        this.publication = publication;
        this.version = version;
    }

    /**
     * Writes the whole package.
     *
     * @param labels whether the package includes AffectNet's own labels, which its licence keeps from being handed on
     */
    public void write(
            Caller caller, SetView set, StudyView study, boolean labels, OutputStream out, UploadProgress progress)
            throws IOException {
        ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        List<Packed> packed = new ArrayList<>();
        List<SetFile> all = new ArrayList<>(files.all(set));
        all.add(orders.file(set));
        progress.tell("Computing the statistics");
        Statistics statistics = new Statistics(setResults.of(caller, set.id()));
        all.add(statistics.table(set));
        boolean whole = publication.isWhole(set);
        if (whole) {
            all.add(Statistics.coefficients(set, publication.coefficients(caller, set.id())));
        }
        if (labels) {
            all.add(orders.labels(set));
        }
        for (SetFile file : all) {
            progress.tell("Writing " + file.name(), packed.size() + 1, all.size());
            packed.add(pack(zip, file));
        }
        progress.tell("Drawing the figures");
        List<Drawn> drawn = new ArrayList<>();
        for (Publication.Illustration one :
                whole ? publication.figures(caller, set.id(), labels) : List.<Publication.Illustration>of()) {
            byte[] bytes = one.svg().getBytes(StandardCharsets.UTF_8);
            String path = "figures/" + one.filename();
            add(zip, path, bytes);
            drawn.add(new Drawn(path, one.about(), bytes.length, Sha256.of(bytes)));
        }
        PackageDescription description = new PackageDescription(set, study, packed, drawn, version.text());
        if (whole) {
            add(zip, "results.json", publication.json(caller, set.id()));
        }
        add(zip, "statistics.json", statistics.json());
        add(zip, "protocol.json", study.publishedProtocol());
        add(zip, "codebook.md", description.codebook());
        add(zip, "CITATION.cff", description.citation());
        add(zip, "datapackage.json", description.frictionless());
        add(zip, "metadata.json", description.croissant());
        zip.finish();
    }

    private static Packed pack(ZipOutputStream zip, SetFile file) throws IOException {
        ZipEntry entry = begin(zip, file.name());
        DigestOutputStream digest = Sha256.through(zip);
        BufferedWriter writer = new BufferedWriter(new OutputStreamWriter(digest, StandardCharsets.UTF_8), 1 << 16);
        file.write(writer);
        writer.flush();
        zip.closeEntry();
        return new Packed(
                file,
                entry.getSize(), // known since the entry was closed
                HexFormat.of().formatHex(digest.getMessageDigest().digest()));
    }

    private static void add(ZipOutputStream zip, String name, String text) throws IOException {
        add(zip, name, text.getBytes(StandardCharsets.UTF_8));
    }

    private static void add(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
        begin(zip, name);
        zip.write(bytes);
        zip.closeEntry();
    }

    private static ZipEntry begin(ZipOutputStream zip, String name) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(ALWAYS);
        zip.putNextEntry(entry);
        return entry;
    }

    /** A file in the package, with the number of its bytes and their SHA-256 in hexadecimal. */
    record Packed(SetFile file, long bytes, String sha256) {}

    /** A figure in the package, with the number of its bytes and their SHA-256 in hexadecimal. */
    record Drawn(String path, String about, long bytes, String sha256) {}
}
