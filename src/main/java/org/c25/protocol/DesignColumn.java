package org.c25.protocol;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.c25.common.Problem;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Keeps a design as JSON in a column: it is read whole or not at all, and no query looks inside. Each answer asks for its
 * study, so that a text is parsed once: designs do not change, another design is another text.
 */
public final class DesignColumn {

    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    /** The length of the column, far more than a study needs. */
    private static final int MOST_CHARACTERS = 200_000;

    private static final int MOST_CHARACTERS_KEPT = 4_000_000;

    private static final Cache<String, Design> PARSED = Caffeine.newBuilder()
            .maximumWeight(MOST_CHARACTERS_KEPT)
            .weigher((String column, Design design) -> column.length())
            .build();

    private DesignColumn() {}

    /** @throws Problem if the column can't hold a design */
    public static void check(Design design) {
        if (JSON.writeValueAsString(design).length() > MOST_CHARACTERS) {
            throw Problem.invalid(
                    "questions",
                    "at most 200,000 characters together with labels, instructions and all their languages");
        }
    }

    public static String text(Design design) {
        return JSON.writeValueAsString(design);
    }

    /** @param column null for a study from before there were designs */
    public static Design design(@Nullable String column) {
        return column == null ? Design.OF_OLD : PARSED.get(column, DesignColumn::parse);
    }

    private static Design parse(String column) {
        JsonNode written = JSON.readTree(column);
        Design design = JSON.treeToValue(written, Design.class);
        return written.has("dropOuts") ? design : design.neverReleasing();
    }
}
