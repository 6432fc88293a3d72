package org.c25.browser;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** An nginx with the configuration that the documents recommend, and a certificate of its own. */
final class Nginx implements AutoCloseable {

    private static final Path DOCUMENTED = Path.of("docs", "operations", "nginx-under-a-path.conf");
    private static final String PASSWORD = "changeit";

    private final Process process;
    private final int port;
    private final Path folder;

    private Nginx(Process process, int port, Path folder) {
        this.process = process;
        this.port = port;
        this.folder = folder;
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
    }

    static boolean isHere() {
        return program().isPresent();
    }

    private static Optional<Path> program() {
        return Stream.of("/usr/sbin/nginx", "/usr/bin/nginx", "/usr/local/sbin/nginx", "/opt/homebrew/bin/nginx")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** Starts one that shows the server at this port under a path. */
    static Nginx before(int server, Path folder) throws IOException, InterruptedException {
        certificate(folder);
        int port = freePort();
        Files.writeString(folder.resolve("nginx.conf"), configuration(server, port, folder));
        Process process = new ProcessBuilder(
                        program().orElseThrow().toString(),
                        "-p",
                        folder.toString(),
                        "-e",
                        folder.resolve("error.log").toString(),
                        "-c",
                        folder.resolve("nginx.conf").toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("printed.log").toFile())
                .start();
        Nginx nginx = new Nginx(process, port, folder);
        nginx.awaitStart();
        return nginx;
    }

    /** The documented server, in a process that needs no rights and writes into the folder alone. */
    private static String configuration(int server, int port, Path folder) throws IOException {
        String documented = Files.readString(DOCUMENTED)
                .replace("listen 443 ssl", "listen 127.0.0.1:" + port + " ssl")
                .replace(
                        "/etc/ssl/certs/faces.example.org.pem",
                        folder.resolve("certificate.pem").toString())
                .replace(
                        "/etc/ssl/private/faces.example.org.key",
                        folder.resolve("key.pem").toString())
                .replace("127.0.0.1:8080", "127.0.0.1:" + server);
        String spool = Stream.of("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
                .map(kind -> "    " + kind + "_temp_path " + folder.resolve(kind) + ";\n")
                .reduce("", String::concat);
        return "daemon off;\nmaster_process off;\npid " + folder.resolve("nginx.pid")
                + ";\nevents {}\nhttp {\n    access_log " + folder.resolve("access.log") + ";\n" + spool + documented
                + "}\n";
    }

    private static void certificate(Path folder) throws IOException, InterruptedException {
        Path store = folder.resolve("store.p12");
        Process keytool = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "nginx",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "san=dns:localhost",
                        "-validity",
                        "2",
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        PASSWORD,
                        "-keystore",
                        store.toString()))
                .redirectErrorStream(true)
                .start();
        String said = new String(keytool.getInputStream().readAllBytes());
        if (keytool.waitFor() != 0) {
            throw new IllegalStateException(said);
        }
        try (InputStream bytes = Files.newInputStream(store)) {
            KeyStore keys = KeyStore.getInstance("PKCS12");
            keys.load(bytes, PASSWORD.toCharArray());
            Files.writeString(
                    folder.resolve("key.pem"),
                    pem(
                            "PRIVATE KEY",
                            keys.getKey("nginx", PASSWORD.toCharArray()).getEncoded()));
            Files.writeString(
                    folder.resolve("certificate.pem"),
                    pem("CERTIFICATE", keys.getCertificate("nginx").getEncoded()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String pem(String kind, byte[] bytes) {
        return "-----BEGIN " + kind + "-----\n" + Base64.getMimeEncoder().encodeToString(bytes) + "\n-----END " + kind
                + "-----\n";
    }

    /** Below those that systems give to outgoing connections. */
    private static int freePort() {
        while (true) {
            try (ServerSocket socket = new ServerSocket(
                    ThreadLocalRandom.current().nextInt(20_000, 30_000), 1, InetAddress.getLoopbackAddress())) {
                return socket.getLocalPort();
            } catch (IOException taken) {
                // Another one, then.
            }
        }
    }

    private void awaitStart() throws IOException, InterruptedException {
        for (int look = 0; look < 600; look++) {
            if (!process.isAlive()) {
                break;
            }
            try (Socket open = new Socket(InetAddress.getLoopbackAddress(), port)) {
                return;
            } catch (IOException notYet) {
                TimeUnit.MILLISECONDS.sleep(50);
            }
        }
        close();
        throw new IllegalStateException("nginx did not start: " + Files.readString(folder.resolve("printed.log"))
                + Files.readString(folder.resolve("error.log")));
    }

    /** Where people find the server. */
    String address() {
        return "https://localhost:" + port + "/c25";
    }

    /** What it wrote down of the requests. */
    String log() {
        try {
            return Files.readString(folder.resolve("access.log"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }
}
