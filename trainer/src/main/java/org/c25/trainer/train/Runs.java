package org.c25.trainer.train;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.c25.trainer.Problem;
import org.c25.trainer.Sha256;
import org.c25.trainer.answers.Answers;
import org.c25.trainer.learning.Checkpoint;
import org.c25.trainer.learning.Inputs;
import org.c25.trainer.learning.Labels;
import org.c25.trainer.learning.Learner;
import org.c25.trainer.learning.Settings;
import org.c25.trainer.outcome.Outcome;
import org.c25.trainer.predict.SavedPredictions;
import org.c25.trainer.saved.ModelFolder;
import org.c25.trainer.saved.SavedModel;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Trains one network after the other, each in a folder of its own. A run that is done is read from its folder; one that was
 * broken off goes on after its last whole epoch.
 */
final class Runs {

    private static final int MARK = 12;

    private final Path out;
    private final Answers answers;
    private final Inputs inputs;
    private final Split split;
    private final Outcomes outcomes;
    private final List<Path> files;
    private final Watch watch;

    /** @param files what was read, for the card */
    Runs(Path out, Answers answers, Inputs inputs, Split split, Outcomes outcomes, List<Path> files, Watch watch) {
        this.out = out;
        this.answers = answers;
        this.inputs = inputs;
        this.split = split;
        this.outcomes = outcomes;
        this.files = files;
        this.watch = watch;
    }

    /** @throws Stopped if the program is to end */
    Outcome run(Settings settings, Labels labels) {
        ModelFolder folder = new ModelFolder(out.resolve(settings.name()));
        long start = System.nanoTime();
        if (folder.isWhole()) {
            watch.wasDone(settings);
        } else {
            train(settings, labels, folder);
        }
        try (SavedModel model = SavedModel.read(folder.path(), settings.threads())) {
            if (!same(settings, model)) {
                throw new Problem(folder.path()
                        + " holds a network of other settings or files: name another --out, or remove it.");
            }
            return outcomes.of(settings, model, (System.nanoTime() - start) / 1e9);
        }
    }

    private boolean same(Settings settings, SavedModel model) {
        var training = model.card().path("training");
        return training.path("epochs").asInt() == settings.epochs()
                && training.path("warmUp").asInt() == settings.warmUp()
                && training.path("batch").asInt() == settings.batch()
                && training.path("rate").asDouble() == settings.rate()
                && training.path("crowdRate").asDouble() == settings.crowdRate()
                && training.path("method").asString("").equals(settings.method())
                && model.target() == settings.target()
                && model.preprocessing().width() == settings.size()
                && model.card().path("threads").asInt() == settings.threads()
                && model.card()
                        .path("architecture")
                        .path("kind")
                        .asString("")
                        .equals(settings.architecture().kind().key())
                && model.card().path("split").equals(node(split.card(answers.images())))
                && model.card().path("inputs").equals(node(ModelFolder.inputs(files)))
                && model.card()
                        .path("architecture")
                        .path("name")
                        .asString("")
                        .equals(settings.architecture().title());
    }

    /** What a run that was broken off must have in common with this one, or else it is begun anew. */
    private String mark(Settings settings) {
        String all = settings + "\n" + split.card(answers.images()) + "\n" + ModelFolder.inputs(files);
        return Sha256.of(all.getBytes(StandardCharsets.UTF_8)).substring(0, MARK);
    }

    private static JsonNode node(Object fields) {
        JsonMapper json = JsonMapper.shared();
        return json.readTree(json.writeValueAsString(fields));
    }

    private void train(Settings settings, Labels labels, ModelFolder folder) {
        try {
            Files.createDirectories(folder.path());
        } catch (IOException e) {
            throw new Problem("The folder " + folder.path() + " can't be made: " + e.getMessage() + ".");
        }
        Checkpoint checkpoint = new Checkpoint(folder.path().resolve("checkpoint-" + mark(settings) + ".safetensors"));
        try (Learner learner = new Learner(settings, inputs, answers, labels)) {
            checkpoint.restore(learner);
            watch.starts(settings, learner.losses().size());
            learner.learn(split.train(), watch, () -> checkpoint.keep(learner));
            folder.weights(learner);
            finish(
                    settings,
                    folder,
                    ModelFolder.card(
                            learner, inputs.preprocessing(), inputs.features(), files, split.card(answers.images())));
        }
        checkpoint.remove();
    }

    /** Asks what was saved, so that figures and predictions are those of the files. */
    private void finish(Settings settings, ModelFolder folder, Map<String, Object> card) {
        try (SavedModel model = SavedModel.of(node(card), folder.path(), settings.threads())) {
            float[][] outputs = outcomes.ask(model);
            byte[] csv = SavedPredictions.csv(
                    settings.target(), Arrays.asList(new String[outputs.length]), answers.images(), outputs);
            Map<String, Object> predictions = folder.predictions(csv);
            Outcome outcome = outcomes.of(settings, model, 0);
            card.put("outputs", List.of(predictions));
            card.put("metrics", Map.of("test", metrics(outcome)));
            folder.card(card);
        }
    }

    private static Map<String, Object> metrics(Outcome outcome) {
        Map<String, Object> metrics = new LinkedHashMap<>();
        var expression = outcome.expression();
        if (expression != null) {
            metrics.put("images", expression.images());
            metrics.put("accuracy", known(expression.accuracy()));
            metrics.put("macroF1", known(expression.macroF1()));
            metrics.put("kappa", known(expression.kappa()));
            metrics.put("calibrationError", known(expression.calibrationError()));
        }
        outcome.scales().forEach((dimension, scale) -> {
            metrics.put("images", scale.images());
            metrics.put(dimension.key() + "Ccc", known(scale.ccc()));
            metrics.put(dimension.key() + "Pearson", known(scale.pearson()));
            metrics.put(dimension.key() + "Rmse", known(scale.rmse()));
        });
        return metrics;
    }

    private static Object known(double value) {
        return Double.isNaN(value) ? "undefined" : value;
    }

    /** Returns the outcomes of all ways and seeds, the seeds of a way together. */
    List<Outcome> all(List<Way> ways, List<Long> seeds) {
        List<Outcome> all = new ArrayList<>();
        watch.expects(ways.stream().mapToInt(way -> way.settings().epochs()).sum() * seeds.size());
        for (Way way : ways) {
            for (long seed : seeds) {
                all.add(run(way.settings().withSeed(seed), way.labels()));
            }
        }
        return all;
    }

    /** A way of learning, with what it learns from. */
    record Way(Settings settings, Labels labels) {}
}
