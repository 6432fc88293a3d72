package org.c25.predictions;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.c25.affect.Expression;
import org.c25.common.Numbers;
import tools.jackson.databind.JsonNode;

/** A model's card as its page shows it: a line for each member, and a table of its metrics. */
public final class CardLines {

    private static final int LONGEST = 300;
    private static final int MOST_IN_A_LIST = 12;

    /** How many digits of a hash tell it from others. */
    private static final int HASH = 12;

    /** What the members are called on the page. Others have their own names. */
    private static final Map<String, String> TITLES = Map.ofEntries(
            Map.entry("name", "Name"),
            Map.entry("architecture", "Network"),
            Map.entry("preprocessing", "Images"),
            Map.entry("classes", "Classes"),
            Map.entry("target", "Learns"),
            Map.entry("training", "Training"),
            Map.entry("seeds", "Seeds"),
            Map.entry("threads", "Threads"),
            Map.entry("versions", "Versions"),
            Map.entry("inputs", "Made from"),
            Map.entry("outputs", "Wrote"),
            Map.entry("split", "Split"),
            Map.entry("licence", "Licence"),
            Map.entry("note", "Note"));

    private CardLines() {}

    /** One line of a card. */
    public record Line(String title, String text) {}

    /** Returns the members but the metrics, in the card's order. */
    public static List<Line> of(ModelCard card) {
        return card.json().properties().stream()
                .filter(member -> !List.of("format", "formatVersion", "metrics").contains(member.getKey()))
                .map(member -> new Line(
                        Optional.ofNullable(TITLES.get(member.getKey())).orElse(member.getKey()),
                        cut(member.getKey().equals("classes") ? classes(member.getValue()) : text(member.getValue()))))
                .filter(line -> !line.text().isEmpty())
                .toList();
    }

    /** Returns the metrics, such as {@code test, accuracy}: {@code 0.81}. */
    public static List<Line> metrics(ModelCard card) {
        List<Line> lines = new ArrayList<>();
        card.json().path("metrics").properties().forEach(part -> {
            if (part.getValue().isObject()) {
                part.getValue()
                        .properties()
                        .forEach(metric -> lines.add(
                                new Line(part.getKey() + ", " + metric.getKey(), cut(text(metric.getValue())))));
            } else {
                lines.add(new Line(part.getKey(), cut(text(part.getValue()))));
            }
        });
        return lines;
    }

    private static String classes(JsonNode codes) {
        List<String> words = new ArrayList<>();
        for (JsonNode code : codes) {
            words.add(
                    Expression.ofCode(code.intValue()).map(Expression::english).orElse("?"));
        }
        return String.join(", ", words);
    }

    private static String text(JsonNode value) {
        if (value.isNull()) {
            return "";
        }
        if (value.isArray()) {
            return value.size() > MOST_IN_A_LIST
                    ? Numbers.whole(value.size())
                    : value.valueStream()
                            .map(CardLines::text)
                            .filter(text -> !text.isEmpty())
                            .collect(Collectors.joining(", "));
        }
        if (value.isObject()) {
            return value.properties().stream()
                    .map(member -> member(member.getKey(), text(member.getValue())))
                    .filter(text -> !text.isEmpty())
                    .collect(Collectors.joining("; "));
        }
        return value.isString() ? value.asString() : value.toString();
    }

    private static String member(String name, String text) {
        if (name.equals("sha256") && text.length() > HASH) {
            return "SHA-256 " + text.substring(0, HASH) + "…";
        }
        return text.isEmpty() ? "" : name.equals("file") || name.equals("name") ? text : name + " " + text;
    }

    private static String cut(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }
}
