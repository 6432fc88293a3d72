package org.c25;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import java.text.DecimalFormatSymbols;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Finds in compiled classes what would take the language of the server, where it could be named. */
final class DefaultLocale {

    private static final String NEW = "<init>";

    /** By class, which of its methods are looked at. */
    private static final Map<String, Pattern> ASKING = Map.ofEntries(
            methods("java.lang.String", "format|formatted|toUpperCase|toLowerCase"),
            methods("java.io.PrintStream", "format|printf"),
            methods("java.io.PrintWriter", "format|printf"),
            methods("java.io.Console", "format|printf|readLine|readPassword"),
            methods("java.util.Formatter", NEW),
            methods("java.util.Scanner", NEW),
            methods("java.text.DecimalFormat", NEW),
            methods("java.text.DecimalFormatSymbols", NEW + "|getInstance"),
            methods("java.text.NumberFormat", "get.*Instance"),
            methods("java.text.ChoiceFormat", NEW),
            methods("java.text.MessageFormat", NEW + "|format"),
            methods("java.text.SimpleDateFormat", NEW),
            methods("java.text.DateFormat", "get.*Instance"),
            methods("java.text.Collator", "getInstance"),
            methods("java.text.BreakIterator", "get.*Instance"),
            methods("java.time.format.DateTimeFormatter", "ofPattern|ofLocalized.*"),
            methods("java.time.format.DateTimeFormatterBuilder", "toFormatter"),
            methods("java.util.Calendar", "getInstance"),
            methods("java.util.ResourceBundle", "getBundle"),
            methods("java.util.Locale", "getDefault"));

    /** What names the language in another way than by a parameter of its own. */
    private static final List<Class<?>> NAMING = List.of(Locale.class, DecimalFormatSymbols.class);

    private DefaultLocale() {}

    private static Map.Entry<String, Pattern> methods(String owner, String names) {
        return Map.entry(owner, Pattern.compile(names));
    }

    /** Calls, constructors and references, each in words with its line. */
    static List<String> uses(JavaClass one) {
        return one.getCodeUnitAccessesFromSelf().stream()
                .filter(access -> isAsking(access.getTarget()))
                .map(access -> access.getDescription())
                .sorted()
                .toList();
    }

    private static boolean isAsking(CodeUnitAccessTarget target) {
        Pattern names = ASKING.get(target.getOwner().getName());
        return names != null
                && names.matcher(target.getName()).matches()
                && NAMING.stream()
                        .noneMatch(type -> target.getRawParameterTypes().stream()
                                .anyMatch(parameter -> parameter.isEquivalentTo(type)))
                && !isOfAnObject(target);
    }

    /** {@code messageFormat.format(…)} has the language with which it was made; the static method has none. */
    private static boolean isOfAnObject(CodeUnitAccessTarget target) {
        return target.getOwner().isEquivalentTo(java.text.MessageFormat.class)
                && target.getName().equals("format")
                && !target.getRawParameterTypes().get(0).isEquivalentTo(String.class);
    }
}
