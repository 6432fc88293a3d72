package org.c25.storage;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;

/** Adobe's S3Mock, which speaks S3's own API, in a process of its own: it brings another Spring than ours. */
final class S3Mock implements AutoCloseable {

    private static final String MAIN = "BOOT-INF/classes/com/adobe/testing/s3mock/S3MockApplication.class";

    private final Process process;
    private final int port;

    private S3Mock(Process process, int port) {
        this.process = process;
        this.port = port;
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
    }

    /** Starts it with an empty bucket, and waits until it answers. */
    static S3Mock with(String bucket, Path folder) throws IOException, InterruptedException {
        int port;
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-jar",
                        jar(),
                        "--com.adobe.testing.s3mock.http-port=" + port,
                        "--com.adobe.testing.s3mock.store.root=" + folder,
                        "--com.adobe.testing.s3mock.store.initial-buckets=" + bucket,
                        "--server.port=0"))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolveSibling("s3mock.log").toFile())
                .start();
        S3Mock mock = new S3Mock(process, port);
        while (process.isAlive() && !mock.answers()) {
            Thread.sleep(100);
        }
        if (!process.isAlive()) {
            throw new IllegalStateException("S3Mock did not start");
        }
        return mock;
    }

    private static String jar() {
        String address = String.valueOf(S3Mock.class.getClassLoader().getResource(MAIN));
        return Path.of(URI.create(address.substring("jar:".length(), address.indexOf("!/"))))
                .toString();
    }

    private boolean answers() {
        try {
            HttpURLConnection call =
                    (HttpURLConnection) URI.create(endpoint()).toURL().openConnection();
            call.setReadTimeout(5000);
            return call.getResponseCode() > 0;
        } catch (IOException notYet) {
            return false;
        }
    }

    String endpoint() {
        return "http://127.0.0.1:" + port;
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
