package org.c25.trainer;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/** Runs commands, and says what is wrong with their options in a sentence: the whole list of options is what {@code --help} is for. */
public final class Commands {

    /** The exit code of a command that has done its work. */
    public static final int DONE = 0;

    /** The exit code of a command that was stopped by Ctrl-C. */
    public static final int STOPPED = 130;

    private static final int REFUSED = 1;

    private Commands() {}

    /** Returns the exit code of a command: {@link #DONE}, 1 if it refuses, 2 if its options can't be understood, {@link #STOPPED}. */
    public static int execute(CommandLine line, PrintStream says, PrintStream warns, String... arguments) {
        line.setOut(new PrintWriter(says, true, StandardCharsets.UTF_8));
        line.setErr(new PrintWriter(warns, true, StandardCharsets.UTF_8));
        line.setParameterExceptionHandler((e, given) -> {
            warns.println(String.valueOf(e.getMessage()).replaceFirst("[.]?$", ".") + " See "
                    + e.getCommandLine().getCommandSpec().qualifiedName() + " --help.");
            return CommandLine.ExitCode.USAGE;
        });
        line.setExecutionExceptionHandler((e, command, result) -> {
            if (e instanceof Problem) {
                warns.println(e.getMessage());
                return REFUSED;
            }
            if (e instanceof Stopped) {
                return STOPPED;
            }
            throw e;
        });
        return line.execute(arguments);
    }

    /** Ends the machine with the code of a command. Whoever is stopped ends already: to end again would wait for itself. */
    public static void exit(int code) {
        if (code != STOPPED) {
            System.exit(code);
        }
    }

    /** Returns what an option that has to be there was given; the problem without it names the option and the command. */
    public static <T> T given(String command, String option, @Nullable T value) {
        if (value == null) {
            throw new Problem("Missing " + option + ". See " + command + " --help.");
        }
        return value;
    }

    /** Returns what a text means, in upper or lower case; the message for another one names those of {@code all}. */
    @SafeVarargs
    public static <T extends Enum<T>> T oneOf(String text, T... all) {
        return find(text, all)
                .orElseThrow(
                        () -> new CommandLine.TypeConversionException("it is one of " + names(all) + ", not " + text));
    }

    /** As {@link #oneOf}, of an option whose text is understood after all options are known. */
    public static <T extends Enum<T>> T oneOfThose(String option, String text, T[] all) {
        return find(text, all)
                .orElseThrow(() -> new Problem(option + " is one of " + names(all) + ", not " + text + "."));
    }

    private static <T extends Enum<T>> Optional<T> find(String text, T[] all) {
        return Arrays.stream(all)
                .filter(one -> one.name().equalsIgnoreCase(text))
                .findFirst();
    }

    private static <T extends Enum<T>> String names(T[] all) {
        return Arrays.stream(all)
                .map(one -> one.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
    }
}
