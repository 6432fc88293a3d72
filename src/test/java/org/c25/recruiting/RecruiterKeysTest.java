package org.c25.recruiting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.c25.protocol.JwksAddresses;
import org.junit.jupiter.api.Test;

/** Whose keys are fetched is asked at each fetch: what was kept may be from before, or its name may lead elsewhere now. */
class RecruiterKeysTest {

    @Test
    void whatLiesInTheOwnNetworkIsNotAskedUnlessItsHostIsNamed() throws IOException {
        AtomicInteger asked = new AtomicInteger();
        HttpServer inside = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        inside.createContext("/", exchange -> {
            asked.incrementAndGet();
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        inside.start();
        try {
            int port = inside.getAddress().getPort();
            for (String address : List.of(
                    "http://localhost:" + port,
                    "https://localhost:" + port,
                    "https://LOCALHOST.:" + port,
                    "https://127.0.0.1:" + port)) {
                assertThatThrownBy(() -> fetch(address)).isInstanceOf(IOException.class);
            }
            assertThat(asked).hasValue(0);

            fetch("http://localhost:" + port, "LocalHost");
            assertThat(asked).hasValue(1);
        } finally {
            inside.stop(0);
        }
    }

    private static void fetch(String address, String... trusted) throws IOException {
        new RecruiterKeys(new JwksAddresses(List.of(trusted)))
                .retrieveResource(URI.create(address).toURL());
    }
}
