package org.c25.sets;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.c25.accounts.Caller;
import org.c25.common.ColumnsRead;
import org.c25.common.Numbers;
import org.c25.common.Problem;
import org.c25.jobs.Job;
import org.c25.jobs.JobKind;
import org.c25.jobs.JobOrder;
import org.c25.jobs.JobOutcome;
import org.c25.jobs.JobRun;
import org.c25.jobs.Jobs;
import org.c25.studies.StudyView;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes a set of what somebody has sent, as a job. */
@Component
class NewSetJob implements JobKind {

    static final String NAME = "SET";

    private static final String FOLDER = "folder";

    private final SetCreation creation;

    NewSetJob(SetCreation creation) {
        this.creation = creation;
    }

    /**
     * Orders a set.
     *
     * @throws Problem 422 if neither a manifest nor pictures came
     */
    static Job order(Jobs jobs, Caller caller, StudyView study, SetWish wish, SentFiles files) {
        Map<String, Path> sent = files.byName();
        if (sent.isEmpty() && wish.folder() == null) {
            throw Problem.invalid(
                    SentFiles.IMAGES,
                    "is missing: send pictures (a ZIP, or one by one), name a folder, or send a manifest for imported answers");
        }
        if (sent.containsKey(SentFiles.IMAGES) && wish.folder() != null) {
            throw Problem.invalid(FOLDER, "is named beside pictures that were sent; choose one of them");
        }
        Map<String, String> parameters = new HashMap<>(Map.of(
                "study",
                "" + study.id(),
                "number",
                "" + wish.number(),
                "kind",
                wish.kind().name()));
        if (wish.name() != null) {
            parameters.put(SetName.FIELD, wish.name());
        }
        if (wish.folder() != null) {
            parameters.put(FOLDER, wish.folder());
        }
        Portions portions = wish.portions();
        if (portions != null) {
            parameters.put(Portions.RATINGS, "" + portions.ratings());
            parameters.put(Portions.IMAGES, "" + portions.images());
        }
        String title = "Set " + wish.number() + " of " + study.name();
        String page = "/studies/" + study.id() + "/sets/new";
        return jobs.begin(caller, new JobOrder(NAME, title, page, parameters), sent);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void run(JobRun run) throws IOException {
        SetWish wish = new SetWish(
                (int) run.number("number"),
                run.parameters().get(SetName.FIELD),
                SetKind.named(Objects.requireNonNull(run.parameters().get("kind"))),
                portions(run),
                run.parameters().get(FOLDER));
        creation.create(
                run.caller(),
                run.number("study"),
                wish,
                run.sent(SentFiles.MANIFEST).orElse(null),
                run.sent(SentFiles.IMAGES).orElse(null),
                run,
                made -> run.done(outcome(made)));
    }

    private static @Nullable Portions portions(JobRun run) {
        return run.parameters().containsKey(Portions.RATINGS)
                ? new Portions((int) run.number(Portions.RATINGS), (int) run.number(Portions.IMAGES))
                : null;
    }

    private static JobOutcome outcome(SetCreation.Made made) {
        SetView set = made.set();
        ColumnsRead columns = made.columns();
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("id", set.id());
        values.put("items", set.items());
        if (set.portions() != null) {
            values.put("participants", set.capacity());
        }
        if (columns != null) {
            values.put("columns", Map.of("read", columns.read(), "passedOver", columns.passedOver()));
        }
        values.put(
                "passedOver", made.passedOver().stream().limit(PassedOver.MOST).toList());
        return JobOutcome.of(
                set.title() + " is made: " + Numbers.count(set.items(), "image")
                        + (columns == null ? ", in the order of their names." : ". " + columns.sentence())
                        + PassedOver.sentence(made.passedOver()),
                "/sets/" + set.id(),
                values);
    }
}
