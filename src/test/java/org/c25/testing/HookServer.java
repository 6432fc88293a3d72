package org.c25.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A program on this machine to which webhooks lead. It answers with the status that it is told. */
public final class HookServer implements AutoCloseable {

    private final HttpServer server;
    private final List<Call> calls = new CopyOnWriteArrayList<>();
    private final CountDownLatch called = new CountDownLatch(1);
    private volatile CountDownLatch hanging = new CountDownLatch(0);
    private volatile int status = 204;

    public HookServer() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::take);
        server.start();
    }

    private void take(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        calls.add(new Call(
                exchange.getRequestURI().getPath(),
                exchange.getRequestHeaders().getFirst("C25-Signature"),
                exchange.getRequestHeaders().getFirst("C25-Notice"),
                body));
        called.countDown();
        try {
            hanging.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        exchange.getResponseHeaders().set("Location", "/elsewhere");
        exchange.sendResponseHeaders(status, -1);
        exchange.close();
    }

    /** A request, as it came. */
    public record Call(String path, String signature, String notice, String body) {}

    public void answers(int wanted) {
        this.status = wanted;
    }

    /** Lets those who call from now on wait, until it goes on. */
    public void hangs() {
        hanging = new CountDownLatch(1);
    }

    public void goesOn() {
        hanging.countDown();
    }

    /** Waits for the first call, 20 seconds at most. */
    public void awaitCall() throws InterruptedException {
        if (!called.await(20, TimeUnit.SECONDS)) {
            throw new AssertionError("Nobody has called");
        }
    }

    public List<Call> calls() {
        return List.copyOf(calls);
    }

    /** Its address, with a path that nobody should learn. */
    public String address() {
        return "http://localhost:" + server.getAddress().getPort() + "/hooks/T0PSECRETPATH";
    }

    @Override
    public void close() {
        goesOn();
        server.stop(0);
    }
}
