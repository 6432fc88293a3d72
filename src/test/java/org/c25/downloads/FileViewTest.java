package org.c25.downloads;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.File;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.startup.Tomcat;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.http.MediaType;

/** Sends a file of 16 MB from a server with two threads. */
class FileViewTest {

    private static final int BYTES = 1 << 24;
    private static final int THREADS = 2;

    @TempDir
    Path folder;

    private final Tomcat tomcat = new Tomcat();
    private final BlockingQueue<Boolean> ends = new LinkedBlockingQueue<>();
    private int port;

    private final FileSource source = new FileSource() {

        @Override
        public long bytes() {
            return BYTES;
        }

        @Override
        public int read(ByteBuffer buffer, long from) {
            int count = buffer.remaining();
            for (int i = 0; i < count; i++) {
                buffer.put(at(from + i));
            }
            return count;
        }

        @Override
        public void done(boolean whole) {
            ends.add(whole);
        }
    };

    private static byte at(long place) {
        return (byte) ('a' + place % 26);
    }

    /** @param patienceMillis after so long without a byte taken, a reader is cut off */
    private void start(int patienceMillis) throws LifecycleException {
        tomcat.setBaseDir(folder.toString());
        tomcat.setPort(0);
        tomcat.getConnector().setProperty("maxThreads", String.valueOf(THREADS));
        tomcat.getConnector().setProperty("minSpareThreads", String.valueOf(THREADS));
        tomcat.getConnector().setProperty("connectionTimeout", String.valueOf(patienceMillis));
        Context context = tomcat.addContext("", new File(folder.toString()).getAbsolutePath());
        Tomcat.addServlet(context, "file", new HttpServlet() {

                    @Override
                    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
                        new FileView("a file.bin", MediaType.APPLICATION_OCTET_STREAM, source, true)
                                .render(null, request, response);
                    }
                })
                .setAsyncSupported(true);
        context.addServletMappingDecoded("/", "file");
        tomcat.start();
        port = tomcat.getConnector().getLocalPort();
    }

    @AfterEach
    void stop() throws LifecycleException {
        tomcat.stop();
        tomcat.destroy();
    }

    @Test
    void moreThanThereAreThreadsReadSlowlyAndOneMoreReadsOn() throws Exception {
        start(600_000);
        SlowReader[] slow = new SlowReader[2 * THREADS];
        for (int i = 0; i < slow.length; i++) {
            slow[i] = new SlowReader(port, "/", "");
            assertThat(slow[i].begin()).startsWith("HTTP/1.1 200");
        }

        byte[] whole = new SlowReader(port, "/", "").finish();

        assertThat(whole).hasSize(BYTES);
        assertThat(whole[BYTES - 1]).isEqualTo(at(BYTES - 1));
        assertThat(end()).isTrue();
        for (SlowReader reader : slow) {
            reader.vanish();
            assertThat(end()).isFalse();
        }
    }

    private Boolean end() throws InterruptedException {
        return ends.poll(2, TimeUnit.MINUTES);
    }

    @Test
    void whoReadsNothingIsCutOff() throws Exception {
        start(3000);

        try (SlowReader reader = new SlowReader(port, "/", "")) {
            assertThat(reader).isNotNull();
            assertThat(end()).isFalse();
        }
    }

    @Test
    void aPartIsSentAloneAndWhatIsNotThereIsRefused() throws Exception {
        start(600_000);
        SlowReader part = new SlowReader(port, "/", "Range: bytes=3-6\r\n");
        assertThat(part.finish()).isEqualTo(new byte[] {at(3), at(4), at(5), at(6)});
        assertThat(part.begin()).isEqualTo("HTTP/1.1 206 ");
        assertThat(end()).isTrue();
        SlowReader none = new SlowReader(port, "/", "Range: bytes=" + BYTES + "-\r\n");
        assertThat(none.finish()).isEmpty();
        assertThat(none.begin()).isEqualTo("HTTP/1.1 416 ");
        assertThat(end()).isFalse();
    }
}
