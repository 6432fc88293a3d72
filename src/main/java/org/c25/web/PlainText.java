package org.c25.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.deser.std.StdScalarDeserializer;
import tools.jackson.databind.module.SimpleModule;

/** Refuses every text that holds U+0000, in a form or in JSON: PostgreSQL can't store it, and nobody types it. */
@Configuration(proxyBeanMethods = false)
class PlainText {

    @Bean
    HttpFirewall firewall() {
        StrictHttpFirewall firewall = new StrictHttpFirewall();
        firewall.setAllowedParameterValues(PlainText::isPlain);
        return firewall;
    }

    @Bean
    JacksonModule plainStrings() {
        return new SimpleModule("plain strings").addDeserializer(String.class, new PlainStrings());
    }

    private static boolean isPlain(String text) {
        return text.indexOf('\0') < 0;
    }

    private static final class PlainStrings extends StdScalarDeserializer<String> {

        PlainStrings() {
            super(String.class);
        }

        @Override
        public String deserialize(JsonParser parser, DeserializationContext context) {
            String text = parser.getValueAsString();
            if (text == null) {
                throw context.wrongTokenException(parser, String.class, parser.currentToken(), "text is wanted");
            }
            if (!isPlain(text)) {
                throw context.weirdStringException("", String.class, "holds U+0000");
            }
            return text;
        }
    }
}
