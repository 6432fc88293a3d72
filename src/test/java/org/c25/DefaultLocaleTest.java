package org.c25;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.text.BreakIterator;
import java.text.Collator;
import java.text.DateFormat;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.MessageFormat;
import java.text.NumberFormat;
import java.text.SimpleDateFormat;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.FormatStyle;
import java.util.Calendar;
import java.util.Formatter;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Scanner;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/**
 * Nothing asks for the language of the server: in a Java whose language has other digits, what programs read would have
 * them, too. Use {@code String.format(Locale.ROOT, …)} for these, and the page's own language for people.
 */
class DefaultLocaleTest {

    @Test
    void nothingAsksForTheLanguageOfTheServer() {
        JavaClasses application = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("org.c25");

        assertThat(application).hasSizeGreaterThan(500);
        assertThat(application.stream().flatMap(one -> DefaultLocale.uses(one).stream()))
                .as("calls that take the language of the server")
                .isEmpty();
    }

    @Test
    void everyWayToAskForItIsSeen() {
        JavaClass asking = new ClassFileImporter().importClass(Asking.class);
        JavaClass naming = new ClassFileImporter().importClass(Naming.class);

        assertThat(DefaultLocale.uses(asking)).hasSize(Asking.WAYS);
        assertThat(DefaultLocale.uses(naming)).isEmpty();
    }

    @SuppressWarnings({"unused", "resource", "deprecation"})
    private static final class Asking {

        static final int WAYS = 32;

        List<Object> all(PrintStream stream, PrintWriter writer) {
            UnaryOperator<String> reference = String::toUpperCase;
            stream.printf("%d", 1);
            stream.format("%d", 1);
            writer.printf("%d", 1);
            writer.format("%d", 1);
            return List.of(
                    reference,
                    String.format("%d", 1),
                    "%d".formatted(1),
                    "I".toUpperCase(),
                    "I".toLowerCase(),
                    new Formatter(),
                    new Formatter(stream),
                    new Scanner("1"),
                    new DecimalFormat(),
                    new DecimalFormat("0"),
                    new DecimalFormatSymbols(),
                    DecimalFormatSymbols.getInstance(),
                    NumberFormat.getInstance(),
                    NumberFormat.getPercentInstance(),
                    new MessageFormat("{0}"),
                    MessageFormat.format("{0}", 1),
                    new SimpleDateFormat("yyyy"),
                    DateFormat.getDateInstance(),
                    Collator.getInstance(),
                    BreakIterator.getWordInstance(),
                    DateTimeFormatter.ofPattern("yyyy"),
                    DateTimeFormatter.ofLocalizedDate(FormatStyle.SHORT),
                    new DateTimeFormatterBuilder().toFormatter(),
                    Calendar.getInstance(),
                    ResourceBundle.getBundle("messages"),
                    Locale.getDefault(),
                    Locale.getDefault(Locale.Category.FORMAT),
                    String.format("%s", "a text, which is harmless, and not told apart"));
        }
    }

    @SuppressWarnings("unused")
    private static final class Naming {

        List<Object> all(PrintStream stream) {
            stream.printf(Locale.ROOT, "%d", 1);
            stream.println(1);
            return List.of(
                    String.format(Locale.ROOT, "%d", 1),
                    "I".toUpperCase(Locale.ROOT),
                    new Formatter(stream, java.nio.charset.StandardCharsets.UTF_8, Locale.ROOT),
                    new DecimalFormat("0", DecimalFormatSymbols.getInstance(Locale.ROOT)),
                    new DecimalFormat("0", DecimalFormatSymbols.getInstance(Locale.ROOT)).format(1),
                    new MessageFormat("{0}", Locale.ROOT).format(new Object[] {1}),
                    Collator.getInstance(Locale.ROOT),
                    DateTimeFormatter.ofPattern("yyyy", Locale.ROOT),
                    new DateTimeFormatterBuilder().toFormatter(Locale.ROOT),
                    "a" + 1);
        }
    }
}
