package org.c25.export;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The parts of a Croissant 1.0 description (docs.mlcommons.org/croissant/docs/croissant-spec.html). */
final class Croissant {

    /** The context that the specification recommends, as far as it is used here. */
    static final Map<String, Object> CONTEXT = context();

    private Croissant() {}

    private static Map<String, Object> context() {
        Map<String, Object> context = new LinkedHashMap<>();
        context.put("@language", "en");
        context.put("@vocab", "https://schema.org/");
        context.put("sc", "https://schema.org/");
        context.put("cr", "http://mlcommons.org/croissant/");
        context.put("dct", "http://purl.org/dc/terms/");
        context.put("conformsTo", "dct:conformsTo");
        for (String word : List.of("column", "extract", "field", "fileObject", "recordSet", "source")) {
            context.put(word, "cr:" + word);
        }
        Map<String, Object> dataType = new LinkedHashMap<>();
        dataType.put("@id", "cr:dataType");
        dataType.put("@type", "@vocab");
        context.put("dataType", dataType);
        return context;
    }

    static Map<String, Object> fileObject(DataPackage.Packed one) {
        return file(one.file().name(), one.file().about(), one.bytes(), "text/csv", one.sha256());
    }

    static Map<String, Object> picture(DataPackage.Drawn one) {
        return file(one.path(), one.about(), one.bytes(), "image/svg+xml", one.sha256());
    }

    private static Map<String, Object> file(String path, String about, long bytes, String format, String sha256) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("@type", "cr:FileObject");
        object.put("@id", path);
        object.put("name", path);
        object.put("description", about);
        object.put("contentUrl", path);
        object.put("contentSize", bytes + " B");
        object.put("encodingFormat", format);
        object.put("sha256", sha256);
        return object;
    }

    static Map<String, Object> recordSet(String id, SetFile file) {
        List<Map<String, Object>> fields = new ArrayList<>();
        for (Column column : file.columns()) {
            Map<String, Object> source = new LinkedHashMap<>();
            source.put("fileObject", Map.of("@id", file.name()));
            source.put("extract", Map.of("column", column.name()));
            Map<String, Object> field = new LinkedHashMap<>();
            field.put("@type", "cr:Field");
            field.put("@id", id + "/" + column.name());
            field.put("name", column.name());
            field.put("description", column.about());
            field.put(
                    "dataType",
                    switch (column.type()) {
                        case TEXT -> "sc:Text";
                        case WHOLE -> "sc:Integer";
                        case NUMBER -> "sc:Float";
                        case TIME -> "sc:DateTime";
                    });
            field.put("source", source);
            fields.add(field);
        }
        Map<String, Object> set = new LinkedHashMap<>();
        set.put("@type", "cr:RecordSet");
        set.put("@id", id);
        set.put("name", id);
        set.put("description", file.about());
        set.put("field", fields);
        return set;
    }
}
