package org.c25.trainer.train;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.c25.trainer.OutFolder;
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

    /** @throws org.c25.trainer.Stopped if the program is to end */
    Outcome run(Settings settings, Labels labels) {
        ModelFolder folder = new ModelFolder(out.resolve(settings.name()));
        if (folder.isWhole()) {
            watch.wasDone(settings);
        } else {
            train(settings, labels, folder);
        }
        try (SavedModel model = SavedModel.read(folder.path(), settings.threads())) {
            difference(model.card(), node(card(settings)), "").ifPresent(what -> {
                throw new Problem(folder.path() + " holds a network of other settings, files or images (" + what
                        + "): name another --out, or remove it.");
            });
            return outcomes.of(settings, model, folder.seconds());
        }
    }

    private Map<String, Object> card(Settings settings) {
        return ModelFolder.card(settings, files, split.card(answers.images(), inputs.hashes()));
    }

    /** Returns what of the part is not so in the whole, such as {@code training.epochs}; empty if all is. */
    private static Optional<String> difference(JsonNode whole, JsonNode part, String name) {
        if (!part.isObject()) {
            return whole.equals(part) ? Optional.empty() : Optional.of(name);
        }
        return part.properties().stream()
                .map(one -> difference(
                        whole.path(one.getKey()),
                        one.getValue(),
                        name.isEmpty() ? one.getKey() : name + "." + one.getKey()))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** What a run that was broken off must have in common with this one, or else it is begun anew. */
    private String mark(Settings settings) {
        return Sha256.of(node(card(settings)).toString().getBytes(StandardCharsets.UTF_8))
                .substring(0, MARK);
    }

    private static JsonNode node(Object fields) {
        JsonMapper json = JsonMapper.shared();
        return json.readTree(json.writeValueAsString(fields));
    }

    private void train(Settings settings, Labels labels, ModelFolder folder) {
        OutFolder.make(folder.path());
        Checkpoint checkpoint = new Checkpoint(folder.path().resolve("checkpoint-" + mark(settings) + ".safetensors"));
        try (Learner learner = new Learner(settings, inputs, answers, labels)) {
            checkpoint.restore(learner);
            watch.starts(settings, learner.losses().size());
            learner.learn(split.train(), watch, () -> checkpoint.keep(learner));
            folder.weights(learner);
            folder.seconds(learner.seconds());
            finish(
                    settings,
                    folder,
                    ModelFolder.card(learner, inputs.features(), files, split.card(answers.images(), inputs.hashes())));
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
            Outcome outcome = outcomes.of(settings, model, folder.seconds());
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
        watch.expects(
                ways.stream().mapToInt(way -> way.settings().steps().epochs()).sum() * seeds.size());
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
