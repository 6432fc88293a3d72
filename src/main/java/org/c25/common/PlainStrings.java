package org.c25.common;

import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.deser.std.StdScalarDeserializer;
import tools.jackson.databind.module.SimpleModule;

/** Refuses JSON texts that hold U+0000: PostgreSQL can't store it, and nobody types it. */
public final class PlainStrings extends StdScalarDeserializer<String> {

    private PlainStrings() {
        super(String.class);
    }

    /** Returns the module with which a mapper reads plain texts alone. */
    public static JacksonModule module() {
        return new SimpleModule("plain strings").addDeserializer(String.class, new PlainStrings());
    }

    public static boolean isPlain(String text) {
        return text.indexOf('\0') < 0;
    }

    @Override
    public String deserialize(JsonParser parser, DeserializationContext context) {
        String text = parser.getValueAsString();
        if (text == null) {
            throw context.wrongTokenException(parser, String.class, parser.currentToken(), "text is wanted");
        }
        if (!isPlain(text)) {
            throw context.weirdStringException(text, String.class, "holds U+0000");
        }
        return text;
    }
}
