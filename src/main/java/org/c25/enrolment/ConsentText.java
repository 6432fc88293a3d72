package org.c25.enrolment;

import java.util.Locale;
import org.c25.studies.Protocol;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What a participant is asked to agree to: the study's own text, or the built-in one in the participant's language. */
@Component
class ConsentText {

    private final MessageSource messages;

    ConsentText(MessageSource messages) {
        this.messages = messages;
    }

    /** In Markdown. */
    String of(Protocol protocol, Locale locale) {
        return protocol.consent().isBlank() ? messages.getMessage("consent.text", null, locale) : protocol.consent();
    }
}
