package org.c25.export;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.c25.agreement.AgreementStatistics;
import org.c25.agreement.Basis;
import org.c25.agreement.Coefficient;
import org.c25.common.CsvLine;
import org.c25.results.AgreementView;
import org.c25.sets.SetView;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The agreement statistics of a set as they go into its data package: as JSON, and as a table. */
final class Statistics {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final JsonNode figures;
    private final Map<String, Basis> bases;

    Statistics(AgreementStatistics statistics) {
        this.figures = JSON.valueToTree(AgreementView.of(statistics));
        this.bases = Coefficient.of(statistics).stream()
                .collect(Collectors.toMap(one -> one.dimension().field() + " " + one.key(), Coefficient::basis));
    }

    /** Returns the statistics as JSON, with the names of the API. */
    String json() {
        return JSON.writeValueAsString(figures) + "\n";
    }

    /**
     * Returns a table with one row per statistic. Where a value is undefined, its cell is empty and the reason stands
     * beside it.
     */
    SetFile table(SetView set) {
        return new SetFile(
                "statistics" + SetFile.ending(set),
                "how far the participants agree, a row a figure; the definitions are those of the API",
                List.of(
                        Column.text("dimension", "expression, valence or arousal; empty for the whole set"),
                        Column.text("figure", "its name in the API"),
                        Column.number("value", "its value; empty where it is undefined"),
                        Column.whole("images", "the images that a coefficient rests on"),
                        Column.whole("participants", "who gave at least one answer of the dimension"),
                        Column.whole("pairs", "the pairs of participants that a mean over pairs rests on"),
                        Column.text("undefined", "why there is no value"),
                        Column.text("warning", "what to mind of the value: that it rests on few images")),
                true,
                out -> {
                    CsvLine line = new CsvLine(out);
                    for (Map.Entry<String, JsonNode> one : figures.properties()) {
                        if (!one.getValue().isObject()) {
                            add(line, "", one.getKey(), one.getValue());
                        }
                        for (Map.Entry<String, JsonNode> figure : one.getValue().properties()) {
                            if (!figure.getValue().isObject()) {
                                add(line, one.getKey(), figure.getKey(), figure.getValue());
                            }
                        }
                    }
                });
    }

    /** Returns a table with one row per coefficient, with what is needed to cite it. */
    static SetFile coefficients(SetView set, List<Coefficient> coefficients) {
        return new SetFile(
                "coefficients" + SetFile.ending(set),
                "every coefficient of agreement with its standard error and its interval of 95 %",
                List.of(
                        Column.text("dimension", "expression, valence or arousal"),
                        Column.text("coefficient", "its name in the API"),
                        Column.number("value", "its value; empty where it is undefined"),
                        Column.number("standard_error", "its standard error; empty where the interval has none"),
                        Column.number("low", "the lower bound"),
                        Column.number("high", "the upper bound"),
                        Column.text("interval", "where the bounds come from; empty where there are none"),
                        Column.whole("images", "the images that it rests on"),
                        Column.whole("participants", "who gave at least one answer of the dimension"),
                        Column.whole("pairs", "the pairs of participants that a mean over pairs rests on; else empty"),
                        Column.text("undefined", "why there is no value"),
                        Column.text("warning", "what to mind of the value: that it rests on few images")),
                true,
                out -> {
                    CsvLine line = new CsvLine(out);
                    for (Coefficient one : coefficients) {
                        line.add(one.dimension().field())
                                .add(one.key())
                                .add(one.value())
                                .add(one.estimate().standardError())
                                .add(one.estimate().low())
                                .add(one.estimate().high())
                                .add(one.interval());
                        add(line, one.basis());
                        line.add(one.whyUndefined().orElse(null))
                                .add(one.warning().orElse(null))
                                .end();
                    }
                });
    }

    private void add(CsvLine line, String dimension, String name, JsonNode value) throws IOException {
        if (value.isArray()) {
            for (int i = 0; i < value.size(); i++) {
                add(line, dimension, name + "[" + i + "]", value.get(i));
            }
            return;
        }
        line.add(dimension).add(name).add(value.isNumber() ? (Object) value.asDouble() : null);
        add(line, bases.get(dimension + " " + coefficient(name)));
        line.add(note(dimension, "undefined", name))
                .add(note(dimension, "warnings", name))
                .end();
    }

    /**
     * Returns the name of the coefficient whose basis applies: a standard error or deviation rests on what its
     * coefficient does.
     */
    private static String coefficient(String name) {
        return name.replace("StandardError", "").replaceFirst("^sd", "mean");
    }

    private @Nullable String note(String dimension, String kind, String name) {
        return figures.path(dimension).path(kind).path(name).asStringOpt().orElse(null);
    }

    private static void add(CsvLine line, @Nullable Basis basis) {
        Object images = basis == null ? null : basis.images();
        Object participants = basis == null ? null : basis.participants();
        Object pairs = basis == null || !basis.isOfPairs() ? null : basis.pairs();
        line.add(images).add(participants).add(pairs);
    }
}
