package org.c25.trainer.predict;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.c25.trainer.Csv;

/** The networks and pictures that {@code src/test/python/make_nets.py} has made, and the command run on them. */
final class TestNets {

    private TestNets() {}

    static Path file(String name) {
        try {
            return Path.of(Objects.requireNonNull(TestNets.class.getResource(name), name)
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What came of a run. */
    record Ran(int code, String said, String warned) {}

    static Ran run(Object... arguments) {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        ByteArrayOutputStream warned = new ByteArrayOutputStream();
        List<String> texts = new ArrayList<>();
        for (Object argument : arguments) {
            texts.add(String.valueOf(argument));
        }
        int code = Predict.run(
                new PrintStream(said, true, StandardCharsets.UTF_8),
                new PrintStream(warned, true, StandardCharsets.UTF_8),
                texts.toArray(String[]::new));
        return new Ran(code, said.toString(StandardCharsets.UTF_8), warned.toString(StandardCharsets.UTF_8));
    }

    /** Returns the lines of a CSV by file name, each by column. */
    static Map<String, Map<String, String>> lines(Path csv) {
        Map<String, Map<String, String>> lines = new LinkedHashMap<>();
        Csv.read(csv, line -> lines.put(line.getField("filename"), line.getFieldsAsMap()));
        return lines;
    }
}
