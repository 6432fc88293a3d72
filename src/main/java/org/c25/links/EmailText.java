package org.c25.links;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.c25.studies.StudyView;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Words an e-mail, in the language of its recipient. It is plain text, which shows everywhere and loads nothing. */
@Component
class EmailText {

    private static final Pattern CONTROLS = Pattern.compile("\\p{Cntrl}+");

    private final MessageSource messages;

    EmailText(MessageSource messages) {
        this.messages = messages;
    }

    /** Returns the subject, in one line. */
    String subject(EmailKind kind, Recipient to, StudyView study) {
        return say(kind.subject(to.hasJoined()), to.language(), name(study));
    }

    /**
     * Returns the text.
     *
     * @param link the link's whole address
     */
    String body(EmailKind kind, Recipient to, StudyView study, String link) {
        Locale language = to.language();
        List<String> paragraphs = new ArrayList<>();
        paragraphs.add(say(kind.text(to.hasJoined()), language, name(study)));
        paragraphs.add(say("letter.open", language) + "\n" + link);
        paragraphs.add(say("letter.yours", language));
        String contact = study.protocol().contact();
        if (!contact.isEmpty()) {
            paragraphs.add(say("participant.contact", language, contact));
        }
        paragraphs.add(say("letter.why", language));
        return String.join("\n\n", paragraphs) + "\n";
    }

    /** Returns the study's name without line breaks: a name could hold one, and a subject must not. */
    private static String name(StudyView study) {
        return CONTROLS.matcher(study.name()).replaceAll(" ");
    }

    private String say(String key, Locale language, Object... values) {
        return messages.getMessage(key, values, language);
    }
}
