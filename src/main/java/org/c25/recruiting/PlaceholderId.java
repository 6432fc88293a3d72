package org.c25.recruiting;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Recognises a text that stands in a link in place of an ID when nobody filled it in: a recruiter's placeholder in any
 * of the usual spellings, however often it was percent-encoded, or a word for nothing such as {@code null}. Two people
 * who both come with it are not one person.
 */
final class PlaceholderId {

    /** The words by which programs and people say that there is no ID, in letters and digits alone. */
    private static final Set<String> WORDS = Set.of(
            "null",
            "nil",
            "none",
            "void",
            "undefined",
            "undef",
            "nan",
            "na",
            "test",
            "testid",
            "id",
            "pid",
            "uid",
            "yourid",
            "theid",
            "idhere",
            "unknown",
            "empty",
            "blank",
            "missing",
            "placeholder",
            "anonymous");

    /** The names that recruiters and survey tools give the parameter, in letters and digits alone. */
    private static final Set<String> NAMES = Set.of(
            "prolificpid",
            "prolificid",
            "studyid",
            "sessionid",
            "workerid",
            "assignmentid",
            "hitid",
            "surveycode",
            "sonaid",
            "participantid",
            "participant",
            "subjectid",
            "respondentid",
            "userid",
            "externalid",
            "outsideid",
            "panelistid",
            "participantcode",
            "randomid",
            "responseid",
            "assignmentidnotavailable");

    /** The marks of templates, which can stand anywhere in a text. */
    private static final List<String> MARKS =
            List.of("{{", "}}", "${", "#{", "%{", "@{", "<%", "%>", "@@", "[[", "]]", "%%");

    /** The marks that stand around the whole text: one at its beginning, another at its end. */
    private static final Pattern WRAPPED = Pattern.compile(
            "\\{.*\\}|\\[.*\\]|<.*>|\\(.*\\)|%.*%|__.*__|\\$.*\\$|#.*#|@.*@|~.*~|\\*.*\\*|[$%][\\p{L}_][\\p{L}\\p{N}_.-]*");

    private static final Pattern NOTHING_SAID = Pattern.compile("[\\p{P}\\p{Sm}\\p{Sc}\\p{Sk}\\s]*");
    private static final Pattern ENCODED = Pattern.compile("%([0-9A-Fa-f]{2})");
    private static final int MOST_ENCODINGS = 4;

    private PlaceholderId() {}

    /** Whether a text can't be anybody's ID. A text that merely contains such a word can be one. */
    static boolean is(String text) {
        String each = text;
        for (int encodings = 0; encodings <= MOST_ENCODINGS; encodings++) {
            if (isPlain(each)) {
                return true;
            }
            each = decoded(each);
        }
        return false;
    }

    /** Whether a text is the name of the parameter in which the ID should come. */
    static boolean isName(String text, String parameter) {
        return bare(text).equals(bare(parameter));
    }

    private static boolean isPlain(String text) {
        String bare = bare(text);
        return NOTHING_SAID.matcher(text).matches()
                || WORDS.contains(bare)
                || NAMES.contains(bare)
                || MARKS.stream().anyMatch(text::contains)
                || WRAPPED.matcher(text.strip()).matches();
    }

    /** Returns the letters and digits of a text, in lower case. */
    private static String bare(String text) {
        return text.replaceAll("[^\\p{L}\\p{N}]", "").toLowerCase(Locale.ROOT);
    }

    /**
     * Decodes the percent encodings of a text into single bytes, and leaves all else as it is: that is enough to see a
     * placeholder.
     */
    private static String decoded(String text) {
        return ENCODED.matcher(text)
                .replaceAll(
                        found -> Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(found.group(1), 16))));
    }
}
