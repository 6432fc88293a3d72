package org.c25.ha;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Lets each thing that can happen happen so many times while people are at work, and compares every acknowledged answer
 * with the database afterwards.
 */
public final class HighAvailability {

    private HighAvailability() {}

    /**
     * @param args an empty folder, the first of 13 free ports, the jar, that of the version before or {@code -}, how many
     *     times, and the names of scenarios; all of them without any
     */
    public static void main(String[] args) throws Exception {
        boolean alone = args[3].equals("-");
        Cluster cluster = new Cluster(
                Path.of(args[0]), Integer.parseInt(args[1]), Path.of(args[2]), Path.of(args[alone ? 2 : 3]));
        int times = Integer.parseInt(args[4]);
        List<Scenario> scenarios = (args.length > 5
                        ? Stream.of(args).skip(5).map(Scenario::valueOf)
                        : Stream.of(Scenario.values()))
                .filter(scenario -> !alone || scenario != Scenario.UPGRADE)
                .toList();
        cluster.start();
        List<String> table = new ArrayList<>();
        boolean good = true;
        for (int i = 1; i <= times; i++) {
            for (Scenario scenario : scenarios) {
                System.out.println(scenario + " " + i);
                cluster.awaitComplete();
                cluster.pool(scenario.isPooled());
                scenario.prepare(cluster);
                Result result = run(cluster, scenario);
                table.add(result.row(scenario.words));
                System.out.println(table.get(table.size() - 1));
                good &= result.isGood();
            }
        }
        System.out.println("\n" + Result.HEAD);
        table.forEach(System.out::println);
        System.out.println(
                good ? "\nNothing is missing." : "\nSOMETHING IS MISSING OR DOUBLE, OR SOMEBODY WAS REFUSED.");
        System.exit(good ? 0 : 1);
    }

    private static Result run(Cluster cluster, Scenario scenario) throws Exception {
        Crew crew = new Crew(cluster.frontPort());
        crew.begin();
        Cluster.await("answers", Duration.ofMinutes(2), () -> crew.isCalm(Duration.ofSeconds(5)));
        scenario.happen(cluster);
        Cluster.await("answers again", Duration.ofMinutes(3), () -> crew.isCalm(Duration.ofSeconds(8)));
        crew.end();
        cluster.awaitComplete();

        Map<String, String> rows = new HashMap<>();
        for (String row : cluster.sql("c25", "select id, expression, valence, arousal from annotation")) {
            int end = row.indexOf('|');
            rows.put(row.substring(0, end), row.substring(end + 1));
        }
        long missing = crew.acknowledged.entrySet().stream()
                .filter(answer -> !answer.getValue().equals(rows.get(answer.getKey())))
                .count();
        int twice = Integer.parseInt(cluster.sql(
                        "c25",
                        "select count(*) from (select 1 from annotation group by participant_id, position"
                                + " having count(*) > 1) as twice")
                .get(0));
        return new Result(
                crew.acknowledged.size(),
                missing,
                twice,
                crew.lostPictures.get(),
                crew.refusals.get() + crew.fewer.get(),
                crew.finished.get(),
                crew.longestPause(),
                crew.kinds());
    }

    private record Result(
            int acknowledged,
            long missing,
            int twice,
            int lostPictures,
            int falsehoods,
            int finished,
            double longestPause,
            String repeated) {

        static final String HEAD =
                "| what happened | acknowledged | missing | double | pictures reported | refused or told fewer | longest time"
                        + " without any answer | asked again because of |\n| --- | --- | --- | --- | --- | --- | --- | --- |";

        boolean isGood() {
            return missing == 0 && twice == 0 && lostPictures == 0 && falsehoods == 0;
        }

        String row(String words) {
            return String.format(
                    Locale.ROOT,
                    "| %s | %,d | %d | %d | %d | %d | %.1f s | %s |",
                    words + (finished > 0 ? " (" + finished + " had finished)" : ""),
                    acknowledged,
                    missing,
                    twice,
                    lostPictures,
                    falsehoods,
                    longestPause,
                    repeated);
        }
    }
}
