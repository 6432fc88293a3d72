package org.c25.ha;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A program of the cluster, with its log in a file. It ends with this program. */
final class Daemon {

    private final Path log;
    private final List<String> command;
    private final Map<String, String> environment;
    private Process process;

    Daemon(Path folder, String name, Map<String, String> environment, List<String> command) {
        this.log = folder.resolve(name + ".log");
        this.command = command;
        this.environment = environment;
        Runtime.getRuntime().addShutdownHook(new Thread(this::kill));
    }

    /** PostgreSQL refuses to run as root, so what belongs to the database runs as its own user then. */
    static List<String> unprivileged(String... command) {
        List<String> words = new ArrayList<>();
        if (System.getProperty("user.name").equals("root")) {
            words.addAll(List.of("setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"));
        }
        words.addAll(List.of(command));
        return words;
    }

    Daemon start() throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(new File(log.toString())));
        builder.environment().putAll(environment);
        process = builder.start();
        return this;
    }

    boolean isRunning() {
        return process.isAlive();
    }

    /** Tells it to stop, and waits until it has. */
    void stop() throws InterruptedException {
        process.destroy();
        process.waitFor();
    }

    /** As {@code kill -9}, with all that it has started. */
    void kill() {
        if (process != null) {
            Stream.concat(process.descendants(), Stream.of(process.toHandle()))
                    .toList()
                    .forEach(ProcessHandle::destroyForcibly);
        }
    }

    Stream<ProcessHandle> all() {
        return Stream.concat(Stream.of(process.toHandle()), process.descendants());
    }

    /** The processes of the PostgreSQL in a data folder, which outlive the Patroni that started them. */
    static Stream<ProcessHandle> postgreSql(Path data) throws IOException {
        Path file = data.resolve("postmaster.pid");
        if (!Files.exists(file)) {
            return Stream.empty();
        }
        Optional<ProcessHandle> postmaster =
                ProcessHandle.of(Long.parseLong(Files.readAllLines(file).get(0).strip()));
        return postmaster.stream().flatMap(one -> Stream.concat(Stream.of(one), one.descendants()));
    }

    static void signal(String signal, List<ProcessHandle> processes) throws IOException, InterruptedException {
        for (ProcessHandle process : processes) {
            new ProcessBuilder("kill", "-" + signal, String.valueOf(process.pid()))
                    .start()
                    .waitFor();
        }
    }
}
