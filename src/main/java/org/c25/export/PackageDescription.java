package org.c25.export;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.c25.affect.Expression;
import org.c25.export.DataPackage.Drawn;
import org.c25.export.DataPackage.Packed;
import org.c25.sets.Portions;
import org.c25.sets.SetView;
import org.c25.studies.StudyView;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The descriptions of a data package, which lie in it, for people and for programs: Frictionless Data Package 1
 * (specs.frictionlessdata.io/data-package) and Croissant 1.0 (mlcommons.org/croissant).
 */
final class PackageDescription {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final SetView set;
    private final StudyView study;
    private final List<Packed> packed;
    private final List<Drawn> drawn;
    private final String version;

    /** @param version the version of C25 */
    PackageDescription(SetView set, StudyView study, List<Packed> packed, List<Drawn> drawn, String version) {
        this.version = version;
        this.set = set;
        this.study = study;
        this.packed = packed;
        this.drawn = drawn;
    }

    private String title() {
        return study.name() + ", set " + set.number();
    }

    private String about() {
        Portions portions = set.portions();
        return "Ratings of " + set.items() + " images of faces by up to " + set.capacity() + " participants"
                + (portions == null
                        ? ""
                        : " (" + portions.ratings() + " ratings an image, and at most " + portions.images()
                                + " images a participant)")
                + ": one of eight expressions, and valence and arousal in nine steps.";
    }

    /** Returns the codebook in words, which says what each file and each column is. */
    String codebook() {
        StringBuilder text = new StringBuilder("# Codebook: ").append(title()).append("\n\n");
        text.append(about()).append("""
                 There are no images in
                this package, and nothing that tells who took part: a participant is the number of a slot, and the same number in
                another set is another person.

                ## Expressions

                | code | expression |
                | --- | --- |
                """);
        for (Expression expression : Expression.all()) {
            text.append("| ")
                    .append(expression.code())
                    .append(" | ")
                    .append(expression.english())
                    .append(" |\n");
        }
        text.append("""

                Valence and arousal are steps 1 … 9 of the page, written (step − 5) / 4. CSV files are UTF-8 with CRLF line ends and no byte
                order mark; an empty cell is something that is not known. Of an image shown twice to one person the first showing counts,
                but in the files that say otherwise; of an answer that was changed, the last. Response times are those of the first answer
                to a trial, where a column does not say otherwise.

                ## Files
                """);
        for (Packed one : packed) {
            SetFile file = one.file();
            text.append("\n### ")
                    .append(file.name())
                    .append("\n\n")
                    .append(file.about())
                    .append('.');
            text.append(file.header() ? "" : " Without a header line.")
                    .append("\n\n| column | holds |\n| --- | --- |\n");
            for (Column column : described(file)) {
                text.append("| `")
                        .append(column.name())
                        .append("` | ")
                        .append(column.about())
                        .append(" |\n");
            }
        }
        for (Drawn figure : drawn) {
            text.append("\n### ")
                    .append(figure.path())
                    .append("\n\n")
                    .append(figure.about())
                    .append('\n');
        }
        text.append("\n### statistics.json")
                .append(drawn.isEmpty() ? "" : " and results.json")
                .append("\n\nThe statistics with the names of the API.\n");
        return text.append(
                        "\n### protocol.json\n\nWhat participants were asked and shown, without the lab's address.\n")
                .append("\nMade with C25 ")
                .append(version)
                .append(".\n")
                .toString();
    }

    /**
     * Returns the columns that the codebook describes. It describes participant0 on behalf of the columns of all
     * participants.
     */
    private List<Column> described(SetFile file) {
        List<Column> described = new ArrayList<>();
        for (Column column : file.columns()) {
            if (!column.name().matches("participant[1-9]\\d*")) {
                described.add(column);
            }
        }
        return described;
    }

    /**
     * Returns the citation file, for programs that cite: Citation File Format 1.2. The authors stay open, because only
     * the lab knows who is to be cited.
     */
    String citation() {
        return "cff-version: 1.2.0\nmessage: Please cite the study that these ratings come from.\ntype: dataset\ntitle: "
                + JSON.writeValueAsString(title()) + "\nabstract: " + JSON.writeValueAsString(about())
                + "\nauthors:\n  - name: " + JSON.writeValueAsString("The authors of " + study.name())
                + "\nreferences:\n  - type: software\n    title: C25\n    version: " + JSON.writeValueAsString(version)
                + "\n    authors:\n      - name: The authors of C25\n";
    }

    String frictionless() {
        Map<String, Object> root = new LinkedHashMap<>();
        root.put("profile", "data-package");
        root.put("name", name());
        root.put("title", title());
        root.put("description", about());
        root.put(
                "resources",
                Stream.concat(
                                packed.stream().map(PackageDescription::resource),
                                drawn.stream().map(PackageDescription::picture))
                        .toList());
        return JSON.writeValueAsString(root) + "\n";
    }

    private String name() {
        return "c25-study" + study.id() + "-set" + set.number();
    }

    private static Map<String, Object> resource(Packed one) {
        SetFile file = one.file();
        Map<String, Object> resource = new LinkedHashMap<>();
        resource.put("profile", "tabular-data-resource");
        resource.put("name", name(file).toLowerCase(Locale.ROOT));
        resource.put("path", file.name());
        resource.put("description", file.about());
        resource.put("format", "csv");
        resource.put("mediatype", "text/csv");
        resource.put("encoding", "utf-8");
        resource.put("bytes", one.bytes());
        resource.put("hash", "sha256:" + one.sha256());
        Map<String, Object> dialect = new LinkedHashMap<>();
        dialect.put("delimiter", ",");
        dialect.put("doubleQuote", true);
        dialect.put("header", file.header());
        dialect.put("lineTerminator", "\r\n");
        resource.put("dialect", dialect);
        List<Map<String, Object>> fields = new ArrayList<>();
        for (Column column : file.columns()) {
            Map<String, Object> field = new LinkedHashMap<>();
            field.put("name", column.name());
            field.put(
                    "type",
                    switch (column.type()) {
                        case TEXT -> "string";
                        case WHOLE -> "integer";
                        case NUMBER -> "number";
                        case TIME -> "datetime";
                    });
            if (column.type() == Column.Type.TIME) {
                field.put("format", "any"); // Times have fractions of a second; the default format has none.
            }
            field.put("description", column.about());
            fields.add(field);
        }
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("fields", fields);
        schema.put("missingValues", List.of(file.missing()));
        resource.put("schema", schema);
        return resource;
    }

    private static Map<String, Object> picture(Drawn one) {
        Map<String, Object> resource = new LinkedHashMap<>();
        resource.put("profile", "data-resource");
        // The name keeps its folder: a table can have the same name without one.
        resource.put(
                "name", one.path().replaceFirst("\\.svg$", "").replace('/', '-').toLowerCase(Locale.ROOT));
        resource.put("path", one.path());
        resource.put("description", one.about());
        resource.put("format", "svg");
        resource.put("mediatype", "image/svg+xml");
        resource.put("encoding", "utf-8");
        resource.put("bytes", one.bytes());
        resource.put("hash", "sha256:" + one.sha256());
        return resource;
    }

    private static String name(SetFile file) {
        return file.name().replaceFirst("\\.csv$", "");
    }

    String croissant() {
        Map<String, Object> root = new LinkedHashMap<>();
        root.put("@context", Croissant.CONTEXT);
        root.put("@type", "sc:Dataset");
        root.put("conformsTo", "http://mlcommons.org/croissant/1.0");
        root.put("name", title());
        root.put("description", about());
        root.put(
                "distribution",
                Stream.concat(
                                packed.stream().map(Croissant::fileObject),
                                drawn.stream().map(Croissant::picture))
                        .toList());
        root.put(
                "recordSet",
                packed.stream()
                        .filter(one -> one.file().header())
                        .map(one -> Croissant.recordSet(name(one.file()), one.file()))
                        .toList());
        return JSON.writeValueAsString(root) + "\n";
    }
}
