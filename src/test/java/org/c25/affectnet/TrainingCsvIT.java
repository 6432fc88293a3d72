package org.c25.affectnet;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Locale;
import org.c25.affect.Expression;
import org.c25.testing.AffectNet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Reads a file of the size of AffectNet's Training.csv in a Java of 256 MB and draws a set from it, and compares the
 * time with that of merely reading the file's bytes: {@code mvn test -Dtest=TrainingCsvIT}.
 */
class TrainingCsvIT {

    private static final int ROWS = 415_000;

    @TempDir
    Path folder;

    @Test
    void affectNetsWholeTrainingCsvIsReadIn256MegabytesOfMemory() throws Exception {
        Path file = folder.resolve("Training.csv");
        try (BufferedWriter out = Files.newBufferedWriter(file, US_ASCII)) {
            AffectNet.write(ROWS, out);
        }

        Process reading = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Reading.class.getName(),
                        file.toString())
                .redirectErrorStream(true)
                .start();
        String printed = new String(reading.getInputStream().readAllBytes(), US_ASCII);

        System.out.print(printed);
        assertThat(reading.waitFor()).as(printed).isZero();
        assertThat(printed).contains(ROWS + " rows chosen from", "800 chosen");
    }

    /** What the other Java does. */
    static final class Reading {

        private Reading() {}

        public static void main(String[] args) throws IOException {
            Path file = Path.of(args[0]);
            long start = System.nanoTime();
            long bytes;
            try (InputStream in = Files.newInputStream(file)) {
                bytes = in.transferTo(java.io.OutputStream.nullOutputStream());
            }
            double plain = seconds(start);

            start = System.nanoTime();
            Candidates candidates = new Candidates(
                    new SelectionCriteria(SelectionRule.RANDOM, EnumSet.allOf(Expression.class), 100, 1, 0),
                    Exclusions.NONE);
            int rows;
            try (InputStream in = Files.newInputStream(file)) {
                rows = TrainingCsv.read("training", in, candidates::offer);
            }
            int chosen = candidates.choose().chosen().size();
            double read = seconds(start);

            System.out.printf(
                    Locale.ROOT,
                    "%d MB: bytes alone in %.2f s; %d rows chosen from in %.2f s, %.1f times as long; %d chosen%n",
                    bytes / 1_000_000,
                    plain,
                    rows,
                    read,
                    read / plain,
                    chosen);
        }

        private static double seconds(long start) {
            return (System.nanoTime() - start) / 1e9;
        }
    }
}
