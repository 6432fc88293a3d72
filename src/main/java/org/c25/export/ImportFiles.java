package org.c25.export;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.c25.accounts.Caller;
import org.c25.jobs.Job;
import org.c25.jobs.JobOrder;
import org.c25.jobs.Jobs;
import org.c25.sets.SetView;
import org.c25.web.UploadedFile;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

/** The three C25 CSV files of an import, as a page or a program sends them. */
@Component
public class ImportFiles {

    private final Jobs jobs;

    ImportFiles(Jobs jobs) {
        this.jobs = jobs;
    }

    /** Orders the import of the answers of all three files, all or nothing. */
    public Job order(
            Caller caller,
            SetView set,
            MultipartFile expression,
            MultipartFile valence,
            MultipartFile arousal,
            HttpServletRequest request)
            throws IOException {
        try (UploadedFile expressions = UploadedFile.of(expression, "expression", request);
                UploadedFile valences = UploadedFile.of(valence, "valence", request);
                UploadedFile arousals = UploadedFile.of(arousal, "arousal", request)) {
            Map<String, Path> sent = new HashMap<>();
            Optional.ofNullable(expressions.path()).ifPresent(path -> sent.put("expression", path));
            Optional.ofNullable(valences.path()).ifPresent(path -> sent.put("valence", path));
            Optional.ofNullable(arousals.path()).ifPresent(path -> sent.put("arousal", path));
            JobOrder order = new JobOrder(
                    ImportJob.NAME,
                    "Answers into " + set.title(),
                    "/sets/" + set.id() + "/data",
                    Map.of("set", String.valueOf(set.id())));
            return jobs.begin(caller, order, sent);
        }
    }
}
