package org.c25.export;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.c25.agreement.AgreementView;
import org.c25.results.Coefficient;
import org.c25.sets.SetView;
import org.c25.web.CsvLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The agreement statistics of a set as they go into its data package: as JSON, and as a table. */
final class Statistics {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final JsonNode figures;

    Statistics(AgreementView view) {
        this.figures = JSON.valueToTree(view);
    }

    /** With the names of the API. */
    String json() {
        return JSON.writeValueAsString(figures) + "\n";
    }

    /** A row a figure; empty where it is undefined. */
    SetFile table(SetView set) {
        return new SetFile(
                "statistics" + SetFile.ending(set),
                "how far the participants agree, a row a figure; the definitions are those of the API",
                List.of(
                        Column.text("dimension", "expression, valence or arousal; empty for the whole set"),
                        Column.text("figure", "its name in the API"),
                        Column.number("value", "its value; empty where it is undefined")),
                true,
                out -> {
                    CsvLine line = new CsvLine(out);
                    for (Map.Entry<String, JsonNode> one : figures.properties()) {
                        if (!one.getValue().isObject()) {
                            add(line, "", one.getKey(), one.getValue());
                        }
                        for (Map.Entry<String, JsonNode> figure : one.getValue().properties()) {
                            add(line, one.getKey(), figure.getKey(), figure.getValue());
                        }
                    }
                });
    }

    /** A row a coefficient, with what is needed to cite it. */
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
                        Column.text("interval", "where the bounds come from")),
                true,
                out -> {
                    CsvLine line = new CsvLine(out);
                    for (Coefficient one : coefficients) {
                        line.add(one.dimension().field())
                                .add(one.key())
                                .add(one.value())
                                .add(one.standardError())
                                .add(one.low())
                                .add(one.high())
                                .add(one.interval())
                                .end();
                    }
                });
    }

    private static void add(CsvLine line, String dimension, String name, JsonNode value) throws IOException {
        if (value.isArray()) {
            for (int i = 0; i < value.size(); i++) {
                add(line, dimension, name + "[" + i + "]", value.get(i));
            }
            return;
        }
        line.add(dimension)
                .add(name)
                .add(value.isNumber() ? (Object) value.asDouble() : null)
                .end();
    }
}
