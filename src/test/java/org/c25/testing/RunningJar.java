package org.c25.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/** The finished jar in a process of its own, which can be stopped or killed. */
public final class RunningJar implements AutoCloseable {

    /** It runs for a minute: what makes Java faster after that, or is long in checking libraries, only takes time. */
    private static final List<String> QUICK = List.of(
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-XX:+UnlockDiagnosticVMOptions",
            "-XX:-BytecodeVerificationRemote");

    private final Process process;
    private final int port;
    private final List<String> printed = new ArrayList<>();
    private final CountDownLatch ready = new CountDownLatch(1);

    private RunningJar(Process process, int port) {
        this.process = process;
        this.port = port;
        Thread reader = new Thread(this::read);
        reader.setDaemon(true);
        reader.start();
        // Of a run that is broken off nothing goes on.
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
    }

    /** Starts it as a script would, with an admin whose password is known, and waits until it can serve. */
    public static RunningJar start(Path data, String... more) throws IOException, InterruptedException {
        return startAt(freePort(), data, more);
    }

    /** Starts it at the port where another was before. */
    public static RunningJar startAt(int port, Path data, String... more) throws IOException, InterruptedException {
        return start(QUICK, port, data, more);
    }

    /** Starts it with a Java of these options, such as {@code -Xmx256m}. */
    public static RunningJar startWith(List<String> java, Path data, String... more)
            throws IOException, InterruptedException {
        return start(java, freePort(), data, more);
    }

    /** Runs one of its commands, such as {@code check-answers}, on the data of a server that has stopped. @return what it printed */
    public static String run(Path data, String command, String... more) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>();
        words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        words.addAll(QUICK);
        words.addAll(
                List.of("-jar", System.getProperty("c25.jar", "target/c25.jar"), command, "--c25.data-dir=" + data));
        words.addAll(List.of(more));
        Process process = new ProcessBuilder(words).redirectErrorStream(true).start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return printed + "exit " + process.waitFor();
    }

    private static RunningJar start(List<String> java, int port, Path data, String... more)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(java);
        command.addAll(List.of(
                "-jar",
                System.getProperty("c25.jar", "target/c25.jar"),
                "--server.port=" + port,
                "--c25.data-dir=" + data));
        command.addAll(List.of(more));
        RunningJar jar = new RunningJar(
                new ProcessBuilder(command).redirectErrorStream(true).start(), port);
        if (!jar.ready.await(180, TimeUnit.SECONDS) || !jar.process.isAlive()) {
            jar.kill();
            throw new IllegalStateException("did not start:\n" + String.join("\n", jar.printed()));
        }
        return jar;
    }

    /** Below those that systems give to outgoing connections: it is still free when a server comes back to it. */
    private static int freePort() {
        while (true) {
            int port = ThreadLocalRandom.current().nextInt(20_000, 30_000);
            try (ServerSocket socket = new ServerSocket(port)) {
                return socket.getLocalPort();
            } catch (IOException taken) {
                // Another one, then.
            }
        }
    }

    private void read() {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                synchronized (printed) {
                    printed.add(line);
                }
                if (line.startsWith("╚")) {
                    ready.countDown();
                }
            }
        } catch (IOException killed) {
            // There is nothing more to read.
        } finally {
            ready.countDown();
        }
    }

    public int port() {
        return port;
    }

    public Api stranger() {
        return Api.stranger(port);
    }

    public List<String> printed() {
        synchronized (printed) {
            return List.copyOf(printed);
        }
    }

    /** As {@code kill -9}: no shutdown hook runs, nothing is flushed. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
