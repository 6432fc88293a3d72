package org.c25.enrolment;

import java.util.Locale;
import org.c25.common.ByLanguage;
import org.c25.protocol.Labels;
import org.c25.protocol.Protocol;
import org.springframework.ui.Model;

/**
 * The instructions that a participant reads: the study's own in their language, or else those for everybody, or the
 * built-in ones in the language of the page.
 *
 * @param text in Markdown; blank for the built-in ones
 */
record Instructions(ByLanguage.Part text) {

    static Instructions of(Protocol protocol, Locale locale) {
        ByLanguage.Part own = ByLanguage.read(protocol.instructions()).in(locale);
        return new Instructions(own.isBlank() ? new ByLanguage.Part(locale.getLanguage(), "") : own);
    }

    /** Returns the language of the text as a tag of BCP 47; {@code und} if the study does not say it. */
    String tag() {
        return text.tag();
    }

    /** Puts the text and the labels that it is about onto the page. */
    void addTo(Model model, Labels labels) {
        model.addAttribute("own", text.isBlank() ? null : text);
        model.addAttribute("labels", labels);
    }
}
