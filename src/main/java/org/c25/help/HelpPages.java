package org.c25.help;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.c25.common.Problem;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** The documents that are in the jar, each made into a page once. */
@Component
class HelpPages {

    /** Where they lie in the jar; in the repository it is the folder docs. */
    static final String FOLDER = "docs/";

    private static final Pattern PATH = Pattern.compile("(?:\\w[\\w-]*/)?\\w[\\w-]*");

    private final Map<String, HelpPage> made = new ConcurrentHashMap<>();

    /**
     * Returns a document as a page.
     *
     * @param path its place in the folder, without the ending, such as {@code guide/studies}
     * @throws Problem 404 if there is none
     */
    HelpPage page(String path) {
        ClassPathResource document = new ClassPathResource(FOLDER + path + ".md");
        if (!PATH.matcher(path).matches() || !document.exists()) {
            throw Problem.notFound("page of help");
        }
        return made.computeIfAbsent(path, known -> make(known, document));
    }

    private static HelpPage make(String path, ClassPathResource document) {
        try {
            return new HelpMarkdown(path).page(document.getContentAsString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
