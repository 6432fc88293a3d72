package org.c25.recruiting;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What stands in a link in place of an ID when nobody filled it in: a recruiter's placeholder in any of the usual spellings,
 * however often it was percent-encoded, or a word for nothing such as {@code null}. Two people who both come with it are not
 * one.
 */
final class PlaceholderId {

    /** As programs and people write that there is none. Letters and digits alone. */
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

    /** As recruiters and survey tools call the parameter. Letters and digits alone. */
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

    /** Of templates, wherever they stand. */
    private static final List<String> MARKS =
            List.of("{{", "}}", "${", "#{", "%{", "@{", "<%", "%>", "@@", "[[", "]]", "%%");

    /** Around the whole text: the first stands at its beginning, the second at its end. */
    private static final Pattern WRAPPED = Pattern.compile(
            "\\{.*\\}|\\[.*\\]|<.*>|\\(.*\\)|%.*%|__.*__|\\$.*\\$|#.*#|@.*@|~.*~|\\*.*\\*|[$%][\\p{L}_][\\p{L}\\p{N}_.-]*");

    private static final Pattern NOTHING_SAID = Pattern.compile("[\\p{P}\\p{Sm}\\p{Sc}\\p{Sk}\\s]*");
    private static final Pattern ENCODED = Pattern.compile("%([0-9A-Fa-f]{2})");
    private static final int MOST_ENCODINGS = 4;

    private PlaceholderId() {}

    /** Whether a text can't be anybody's ID. What merely contains such a word can. */
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

    /** Whether it is the name of the parameter in which the ID should come. */
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

    /** Its letters and digits. */
    private static String bare(String text) {
        return text.replaceAll("[^\\p{L}\\p{N}]", "").toLowerCase(Locale.ROOT);
    }

    /** Of ASCII alone, and what is no encoding stays: that is enough to see a placeholder. */
    private static String decoded(String text) {
        return ENCODED.matcher(text)
                .replaceAll(
                        found -> Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(found.group(1), 16))));
    }
}
