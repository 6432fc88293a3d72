package org.c25.trainer.saved;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The model card for people, in Markdown: what {@code model.json} says, and what follows from it for whoever uses the
 * network. After M. Mitchell et al., Model Cards for Model Reporting, FAT* 2019.
 */
final class CardText {

    private CardText() {}

    static String of(Map<String, Object> card) {
        Map<String, Object> architecture = fields(card, "architecture");
        Map<String, Object> preprocessing = fields(card, "preprocessing");
        Map<String, Object> training = fields(card, "training");
        Map<String, Object> split = fields(card, "split");
        return """
                # %s

                ## The network

                %s, %s weights, for pictures of %s × %s pixels (%s). It says: %s.
                It was made by `bin/train`; `bin/predict --model` asks it. Weights: `weights.safetensors`%s.

                ## How it learned

                By `%s` from `%s`, %s epochs, seed %s, threads %s. All settings are in `model.json`.
                %s images were learned from and %s held out, drawn by %s. Which these are is in `model.json`, too.

                | file | SHA-256 |
                | --- | --- |
                %s
                ## On the images held out

                | measure | value |
                | --- | --- |
                %s
                ## What to mind

                - It was held against the people who rated these images, and knows no other pictures and no other people.
                  What these people reach themselves is in the report beside it. The mean of many is smoother than any one of
                  them, so a network can be closer to it than a person is.
                - It says how people label a face, not what somebody feels. Don't decide about people by it.
                - Whether it may be passed on depends on the licence of the images, on what the raters consented to, and on the
                  licence of the weights that it began with.
                """.formatted(
                        card.get("name"),
                        architecture.get("name"),
                        architecture.get("parameters"),
                        preprocessing.get("width"),
                        preprocessing.get("height"),
                        preprocessing.get("channels"),
                        card.get("target"),
                        architecture.containsKey("outputs") ? " and `features.pt`" : "",
                        training.get("method"),
                        training.get("labelsAs"),
                        training.get("epochs"),
                        card.get("seeds"),
                        card.get("threads"),
                        size(split, "train"),
                        size(split, "test"),
                        split.get("by"),
                        inputs(card),
                        measures(fields(fields(card, "metrics"), "test")));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> fields(Map<String, Object> of, String name) {
        return (Map<String, Object>) of.getOrDefault(name, Map.of());
    }

    private static int size(Map<String, Object> split, String side) {
        return ((List<?>) split.getOrDefault(side, List.of())).size();
    }

    private static String inputs(Map<String, Object> card) {
        return ((List<?>) card.getOrDefault("inputs", List.of()))
                .stream()
                        .map(one -> (Map<?, ?>) one)
                        .map(one -> "| `" + one.get("file") + "` | `" + one.get("sha256") + "` |\n")
                        .collect(Collectors.joining());
    }

    private static String measures(Map<String, Object> metrics) {
        return metrics.entrySet().stream()
                .map(one -> "| " + one.getKey() + " | " + one.getValue() + " |\n")
                .collect(Collectors.joining());
    }
}
