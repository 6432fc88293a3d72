package org.c25.export;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.c25.accounts.Caller;
import org.c25.agreementdetail.AgreementDetails;
import org.c25.common.UploadProgress;
import org.c25.common.Version;
import org.c25.models.ModelComparisons;
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

    private final SetFiles files;
    private final RaterModelFiles modelFiles;
    private final TrialOrderFiles orders;
    private final SetResults setResults;
    private final Publication publication;
    private final AgreementDetails agreementDetails;
    private final ModelComparisons models;
    private final Version version;

    DataPackage(
            SetFiles files,
            RaterModelFiles modelFiles,
            TrialOrderFiles orders,
            SetResults setResults,
            Publication publication,
            AgreementDetails agreementDetails,
            ModelComparisons models,
            Version version) {
        this.files = files;
        this.modelFiles = modelFiles;
        this.orders = orders;
        this.setResults = setResults;
        this.publication = publication;
        this.agreementDetails = agreementDetails;
        this.models = models;
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
        Zip zip = new Zip(out);
        add(caller, set, study, labels, zip, progress);
        zip.finish();
    }

    /** Adds the whole package to a ZIP, as {@link #write} does. */
    void add(Caller caller, SetView set, StudyView study, boolean labels, Zip zip, UploadProgress progress)
            throws IOException {
        List<Packed> packed = new ArrayList<>();
        List<SetFile> all = new ArrayList<>(files.all(set));
        all.add(orders.file(set));
        progress.tell("Computing the statistics");
        Statistics statistics = new Statistics(setResults.of(caller, set.id()));
        all.add(statistics.table(set));
        boolean whole = publication.isWhole(set);
        Map<String, Object> further = new LinkedHashMap<>();
        if (whole) {
            all.add(Statistics.coefficients(set, publication.coefficients(caller, set.id())));
            agreementDetails.published(caller, set.id(), labels).ifPresent(detail -> {
                all.add(AgreementDetailFile.of(set, detail));
                further.put("agreementDetail", detail);
            });
            further.putAll(modelFiles.summaries(set));
            models.tables(caller, set.id()).forEach(table -> all.add(ModelFile.of(set, table)));
        }
        if (labels) {
            all.add(orders.labels(set));
        }
        for (SetFile file : all) {
            progress.tell("Writing " + file.name(), packed.size() + 1, all.size());
            Zip.Entry entry = zip.add(file);
            packed.add(new Packed(file, entry.bytes(), entry.sha256()));
        }
        progress.tell("Drawing the figures");
        List<Drawn> drawn = new ArrayList<>();
        for (Publication.Illustration one :
                whole ? publication.figures(caller, set.id(), labels) : List.<Publication.Illustration>of()) {
            String path = "figures/" + one.filename();
            Zip.Entry entry = zip.add(path, one.svg());
            drawn.add(new Drawn(path, one.about(), entry.bytes(), entry.sha256()));
        }
        PackageDescription description = new PackageDescription(set, study, packed, drawn, version.text());
        if (whole) {
            zip.add("results.json", publication.json(caller, set.id(), further));
        }
        zip.add("statistics.json", statistics.json());
        zip.add("protocol.json", study.publishedProtocol());
        zip.add("codebook.md", description.codebook());
        zip.add("CITATION.cff", description.citation());
        zip.add("datapackage.json", description.frictionless());
        zip.add("metadata.json", description.croissant());
    }

    /** A file in the package, with the number of its bytes and their SHA-256 in hexadecimal. */
    record Packed(SetFile file, long bytes, String sha256) {}

    /** A figure in the package, with the number of its bytes and their SHA-256 in hexadecimal. */
    record Drawn(String path, String about, long bytes, String sha256) {}
}
