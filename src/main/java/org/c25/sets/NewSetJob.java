package org.c25.sets;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.c25.accounts.Caller;
import org.c25.common.Numbers;
import org.c25.jobs.Job;
import org.c25.jobs.JobKind;
import org.c25.jobs.JobOrder;
import org.c25.jobs.JobOutcome;
import org.c25.jobs.JobRun;
import org.c25.jobs.Jobs;
import org.c25.studies.StudyView;
import org.c25.web.UploadedFile;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

/** Makes a set of what somebody has sent, as a job. */
@Component
class NewSetJob implements JobKind {

    static final String NAME = "SET";

    private static final String MANIFEST = "manifest";
    private static final String IMAGES = "images";

    private final SetCreation creation;

    NewSetJob(SetCreation creation) {
        this.creation = creation;
    }

    /** Orders a set. */
    static Job order(
            Jobs jobs,
            Caller caller,
            StudyView study,
            int number,
            SetKind kind,
            @Nullable Portions portions,
            MultipartFile manifest,
            @Nullable MultipartFile images,
            HttpServletRequest request)
            throws IOException {
        try (UploadedFile zip = UploadedFile.of(images, IMAGES, request);
                UploadedFile csv = UploadedFile.of(manifest, MANIFEST, request)) {
            Map<String, Path> sent = new HashMap<>();
            Optional.ofNullable(csv.path()).ifPresent(path -> sent.put(MANIFEST, path));
            Optional.ofNullable(zip.path()).ifPresent(path -> sent.put(IMAGES, path));
            Map<String, String> parameters =
                    new HashMap<>(Map.of("study", "" + study.id(), "number", "" + number, "kind", kind.name()));
            if (portions != null) {
                parameters.put(Portions.RATINGS, "" + portions.ratings());
                parameters.put(Portions.IMAGES, "" + portions.images());
            }
            JobOrder order = new JobOrder(
                    NAME, "Set " + number + " of " + study.name(), "/studies/" + study.id() + "/sets/new", parameters);
            return jobs.begin(caller, order, sent);
        }
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void run(JobRun run) throws IOException {
        Optional<Path> csv = run.sent(MANIFEST);
        try (InputStream manifest = csv.isPresent() ? Files.newInputStream(csv.get()) : InputStream.nullInputStream()) {
            creation.create(
                    run.caller(),
                    run.number("study"),
                    (int) run.number("number"),
                    SetKind.named(Objects.requireNonNull(run.parameters().get("kind"))),
                    portions(run),
                    manifest,
                    run.sent(IMAGES).orElse(null),
                    run,
                    made -> run.done(outcome(made)));
        }
    }

    private static @Nullable Portions portions(JobRun run) {
        return run.parameters().containsKey(Portions.RATINGS)
                ? new Portions((int) run.number(Portions.RATINGS), (int) run.number(Portions.IMAGES))
                : null;
    }

    private static JobOutcome outcome(SetCreation.Made made) {
        SetView set = made.set();
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("id", set.id());
        values.put("items", set.items());
        if (set.portions() != null) {
            values.put("participants", set.capacity());
        }
        values.put(
                "columns",
                Map.of(
                        "read", made.columns().read(),
                        "passedOver", made.columns().passedOver()));
        return JobOutcome.of(
                set.title() + " is made: " + Numbers.count(set.items(), "image") + ". "
                        + made.columns().sentence(),
                "/sets/" + set.id(),
                values);
    }
}
