package org.c25.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.c25.testing.Api;
import org.c25.testing.Databases;
import org.c25.testing.Lab;

/**
 * Measures the path of an answer, over HTTP, on H2 and on PostgreSQL, beside what the database takes by itself and what
 * a servlet takes that stores one row and does nothing else. At the end it kills the server and looks for each answer
 * that was acknowledged.
 */
final class Bench {

    private static final String USAGE = """
            bin/bench [--databases h2,postgresql] [--concurrency 1,8,25,64] [--seconds 10] [--rounds 1]
                [--warm-up 20] [--java "-Xmx256m -XX:+UseSerialGC"] [--url jdbc:postgresql://… --user … --password …]""";

    private static final String H2_AGAIN = ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH";

    /** More answers a second than any machine has given so far; says how many people have to be there. */
    private static final int MOST_A_SECOND = 4000;

    private final Map<String, String> options = new HashMap<>(Map.of(
            "databases", "h2,postgresql",
            "concurrency", "1,8,25,64",
            "seconds", "10",
            "rounds", "1",
            "warm-up", "20",
            "java", "-Xmx256m -XX:+UseSerialGC",
            "url", "",
            "user", "",
            "password", ""));

    private boolean sound = true;

    public static void main(String[] args) throws Exception {
        System.exit(new Bench(args).run() ? 0 : 1);
    }

    private Bench(String[] args) {
        for (int i = 0; i < args.length; i += 2) {
            String name = args[i].replaceFirst("^--", "");
            if (!options.containsKey(name) || i + 1 == args.length) {
                System.err.println(USAGE);
                System.exit(2);
            }
            options.put(name, args[i + 1]);
        }
    }

    private boolean run() throws Exception {
        System.out.printf(
                Locale.ROOT,
                "%-10s %3s  %-8s %9s %8s %8s %8s %7s %9s %9s %9s %8s %8s%n",
                "database",
                "C",
                "what",
                "a second",
                "p50 ms",
                "p95 ms",
                "p99 ms",
                "errors",
                "app µs",
                "db µs",
                "driver µs",
                "of floor",
                "of bare");
        for (String database : options.get("databases").split(",")) {
            if (database.equals("h2")) {
                runOn("h2", null);
            } else if (!options.get("url").isEmpty()) {
                runOn(database, new Databases.Server(options.get("url"), options.get("user"), options.get("password")));
            } else {
                try (EmbeddedPostgres postgres = EmbeddedPostgres.builder()
                        .setServerConfig("synchronous_commit", "on") // They leave it off.
                        .start()) {
                    runOn(
                            database,
                            new Databases.Server(postgres.getJdbcUrl("postgres", "postgres"), "postgres", "postgres"));
                }
            }
        }
        return sound;
    }

    private void runOn(String name, Databases.Server server) throws Exception {
        Path data = Databases.folder();
        String url = server == null ? "jdbc:h2:file:" + data.resolve("c25") + H2_AGAIN : server.url();
        String user = server == null ? "sa" : server.user();
        String password = server == null ? "" : server.password();
        Crowd crowd;
        try (Application application = new Application(java(), settings(data, server))) {
            ProcessorTime time = new ProcessorTime(application.process, server);
            crowd = new Crowd(new Lab(Api.stranger(application.port).admin()), application.port, people());
            int[] concurrency = numbers("concurrency");
            if (number("warm-up") > 0) {
                int most = Arrays.stream(concurrency).max().orElseThrow();
                crowd.work(application.port, most, true, number("warm-up"));
                Crowd.workBare(application.barePort, most, Math.min(5, number("warm-up")));
            }
            for (int round = 0; round < number("rounds"); round++) {
                for (int people : concurrency) {
                    measure(name, application, crowd, people, time);
                }
            }
            System.out.println(name + ": " + application.memory());
        }
        try (Connection connection = DriverManager.getConnection(url, user, password)) {
            List<String> faults = crowd.faults(connection);
            faults.forEach(System.out::println);
            sound &= faults.isEmpty();
            System.out.printf(
                    "%s: of %d acknowledged answers, after the server was killed: %s%n",
                    name, crowd.acknowledged(), faults.isEmpty() ? "each is there, once" : "SEE ABOVE");
        }
    }

    private void measure(String name, Application application, Crowd crowd, int people, ProcessorTime time)
            throws Exception {
        int seconds = number("seconds");
        time.start();
        Latencies floor = application.floor(people, seconds);
        print(name, people, "floor", floor, time, floor, null);
        time.start();
        Latencies bare = Crowd.workBare(application.barePort, people, seconds);
        print(name, people, "bare", bare, time, floor, bare);
        time.start();
        Latencies answers = crowd.work(application.port, people, false, seconds);
        print(name, people, "answers", answers, time, floor, bare);
        time.start();
        Latencies pages = crowd.work(application.port, people, true, seconds);
        print(name, people, "pages", pages, time, floor, bare);
        sound &= answers.errors() + pages.errors() == 0;
    }

    private static void print(
            String name,
            int people,
            String what,
            Latencies found,
            ProcessorTime time,
            Latencies floor,
            Latencies bare) {
        System.out.printf(
                Locale.ROOT,
                "%-10s %3d  %-8s %9.0f %8.2f %8.2f %8.2f %7d %9.0f %9.0f %9.0f %8.2f %8s%n",
                name,
                people,
                what,
                found.perSecond(),
                found.percentile(0.5),
                found.percentile(0.95),
                found.percentile(0.99),
                found.errors(),
                time.application() / found.count(),
                time.database() / found.count(),
                time.driver() / found.count(),
                found.perSecond() / floor.perSecond(),
                bare == null ? "" : String.format(Locale.ROOT, "%.2f", found.perSecond() / bare.perSecond()));
    }

    /** Who has answered all trials is followed by somebody new; a study takes a thousand people at most. */
    private int people() {
        int[] concurrency = numbers("concurrency");
        int seconds = number("warm-up") / 2 + number("rounds") * concurrency.length * number("seconds") * 2;
        int atOnce = Arrays.stream(concurrency).max().orElseThrow();
        return Math.min(1000, 2 * atOnce + seconds * MOST_A_SECOND / Crowd.TRIALS / 2);
    }

    private List<String> java() {
        return List.of(options.get("java").split(" "));
    }

    private static List<String> settings(Path data, Databases.Server server) {
        List<String> settings = new ArrayList<>(
                List.of("--server.port=0", "--c25.data-dir=" + data, "--c25.admin-password=" + Api.ADMIN_PASSWORD));
        if (server != null) {
            settings.add("--spring.datasource.url=" + server.url());
            settings.add("--spring.datasource.username=" + server.user());
            settings.add("--spring.datasource.password=" + server.password());
        }
        return settings;
    }

    private int number(String option) {
        return Integer.parseInt(options.get(option));
    }

    private int[] numbers(String option) {
        return Arrays.stream(options.get(option).split(","))
                .mapToInt(Integer::parseInt)
                .toArray();
    }

    /** The server in a Java of its own. It is killed at the end, so that nothing is written that was not. */
    private static final class Application implements AutoCloseable {

        private static final HttpClient HTTP = HttpClient.newHttpClient();

        private final Process process;
        private final int port;
        private final int barePort;

        Application(List<String> java, List<String> settings) throws IOException {
            List<String> command = new ArrayList<>(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString()));
            command.addAll(java);
            command.addAll(List.of("-cp", System.getProperty("java.class.path"), BenchServer.class.getName()));
            command.addAll(settings);
            process = new ProcessBuilder(command).redirectErrorStream(true).start();
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
            BufferedReader lines = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
            StringBuilder log = new StringBuilder();
            String line = lines.readLine();
            while (line != null && !line.startsWith(BenchServer.READY)) {
                log.append(line).append('\n');
                line = lines.readLine();
            }
            if (line == null) {
                throw new IllegalStateException("The server did not start:\n" + log);
            }
            String[] ports = line.substring(BenchServer.READY.length()).split(" ");
            port = Integer.parseInt(ports[0]);
            barePort = Integer.parseInt(ports[1]);
            Thread rest = new Thread(
                    () -> lines.lines().filter(l -> l.contains("ERROR")).forEach(System.err::println));
            rest.setDaemon(true);
            rest.start();
        }

        Latencies floor(int connections, int seconds) throws IOException, InterruptedException {
            URI address = URI.create(
                    "http://127.0.0.1:%d/floor?connections=%d&seconds=%d".formatted(barePort, connections, seconds));
            return Latencies.of(HTTP.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString())
                    .body());
        }

        /** What the process takes now and took at most, as Linux says it. */
        String memory() throws IOException {
            return ProcessorTime.memory(process.pid());
        }

        @Override
        public void close() throws InterruptedException {
            process.destroyForcibly().waitFor();
        }
    }
}
