package org.c25.concordance;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import org.c25.ratings.Ratings;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Prints how many seconds of one processor the agreement in detail takes, part by part, from the answers in memory:
 *
 * <pre>mvn test -Dtest=DetailSpeedTest -Dc25.measure=true -Dtests.jvm=-XX:+UseSerialGC</pre>
 */
@EnabledIfSystemProperty(
        named = "c25.measure",
        matches = "true",
        disabledReason = "-Dc25.measure=true measures how long the agreement in detail takes")
class DetailSpeedTest {

    @ParameterizedTest
    @CsvSource({"800, 25", "800, 25", "1000, 300", "10000, 100", "5000, 300"})
    void howLongItTakes(int images, int raters) {
        Ratings ratings = MadeUpSet.of(new Random(25), images, raters).ratings();
        AgreementDetail detail = new AgreementDetail(ratings, 25);
        System.out.printf(Locale.ROOT, "%d images, %d raters:%n", images, raters);
        measure("coefficients of the results", detail::main);
        measure("further coefficients", detail::further);
        measure("each expression", detail::categories);
        measure("classes", () -> detail.classes(image -> image % 8));
        measure(
                "three groups of raters",
                () -> detail.groups(new RaterGrouping(
                        "x",
                        "X",
                        false,
                        IntStream.range(0, raters)
                                .mapToObj(slot -> "group" + slot % 3)
                                .toList())));
    }

    private static void measure(String what, Runnable part) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long start = threads.getCurrentThreadCpuTime();
        part.run();
        System.out.printf(Locale.ROOT, "  %-28s %6.2f s%n", what, (threads.getCurrentThreadCpuTime() - start) / 1e9);
    }
}
