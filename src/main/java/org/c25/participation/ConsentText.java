package org.c25.participation;

import java.util.Locale;
import org.c25.common.ByLanguage;
import org.c25.protocol.Protocol;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * The text that a participant is asked to agree to: the study's own, or the built-in one in the participant's language.
 */
@Component
public class ConsentText {

    private final MessageSource messages;

    ConsentText(MessageSource messages) {
        this.messages = messages;
    }

    /** Returns the text in Markdown, with its language as far as that is known. */
    public ByLanguage.Part of(Protocol protocol, Locale locale) {
        ByLanguage.Part own = ByLanguage.read(protocol.consent()).in(locale);
        return own.isBlank()
                ? new ByLanguage.Part(locale.getLanguage(), messages.getMessage("consent.text", null, locale))
                : own;
    }
}
