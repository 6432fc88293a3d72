package org.c25.trainer;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;

/** Runs commands, and says what is wrong with their options in a sentence: the whole list of options is what {@code --help} is for. */
public final class Commands {

    private Commands() {}

    /** Returns the exit code of a command; 2 if its options can't be understood. */
    public static int execute(CommandLine line, PrintStream says, PrintStream warns, String... arguments) {
        line.setOut(new PrintWriter(says, true, StandardCharsets.UTF_8));
        line.setErr(new PrintWriter(warns, true, StandardCharsets.UTF_8));
        line.setParameterExceptionHandler((e, given) -> {
            warns.println(String.valueOf(e.getMessage()).replaceFirst("[.]?$", ".") + " See "
                    + e.getCommandLine().getCommandSpec().qualifiedName() + " --help.");
            return CommandLine.ExitCode.USAGE;
        });
        return line.execute(arguments);
    }

    /** Returns what a text means, in upper or lower case; the message for another one names those of {@code all}. */
    @SafeVarargs
    public static <T extends Enum<T>> T oneOf(String text, T... all) {
        for (T one : all) {
            if (one.name().equalsIgnoreCase(text)) {
                return one;
            }
        }
        StringBuilder names = new StringBuilder();
        for (T one : all) {
            names.append(names.isEmpty() ? "" : ", ").append(one.name().toLowerCase(java.util.Locale.ROOT));
        }
        throw new CommandLine.TypeConversionException("it is one of " + names + ", not " + text);
    }
}
