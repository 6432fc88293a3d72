package org.c25.studies;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** A design is kept as JSON: it is read whole or not at all, and nothing is ever looked for inside. */
@Converter
class DesignColumn implements AttributeConverter<Design, String> {

    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    @Override
    public @Nullable String convertToDatabaseColumn(@Nullable Design design) {
        return design == null ? null : JSON.writeValueAsString(design);
    }

    @Override
    public Design convertToEntityAttribute(@Nullable String column) {
        return column == null ? Design.OF_OLD : JSON.readValue(column, Design.class);
    }
}
