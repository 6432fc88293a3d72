package org.c25.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A cable to a server that can go silent, be cut, and be mended. */
public final class Proxy implements AutoCloseable {

    private final String host;
    private final int target;
    private final ServerSocket entrance;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private final Object cable = new Object();
    private boolean silent;
    private volatile boolean cut;

    public Proxy(String host, int target) throws IOException {
        this.host = host;
        this.target = target;
        this.entrance = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
        start(this::accept);
    }

    public int port() {
        return entrance.getLocalPort();
    }

    /** Nothing gets through any more, and nobody is told: as when a cable is pulled. */
    public void goSilent() {
        synchronized (cable) {
            silent = true;
        }
    }

    /** Every connection ends, new ones too: as when the server stops. */
    public void cut() {
        cut = true;
        sockets.forEach(Proxy::close);
        sockets.clear();
    }

    /** New connections get through. Those from before are lost. */
    public void mend() {
        sockets.forEach(Proxy::close);
        sockets.clear();
        cut = false;
        synchronized (cable) {
            silent = false;
            cable.notifyAll();
        }
    }

    private void accept() {
        while (!entrance.isClosed()) {
            try {
                Socket near = entrance.accept();
                if (cut) {
                    close(near);
                    continue;
                }
                Socket far = new Socket(host, target);
                sockets.add(near);
                sockets.add(far);
                start(() -> pump(near, far));
                start(() -> pump(far, near));
            } catch (IOException closed) {
                // The next one may get through.
            }
        }
    }

    private void pump(Socket from, Socket to) {
        byte[] bytes = new byte[8192];
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int read = in.read(bytes); read >= 0; read = in.read(bytes)) {
                waitWhileSilent();
                out.write(bytes, 0, read);
                out.flush();
            }
        } catch (IOException | InterruptedException ended) {
            // Either side has hung up.
        }
    }

    private void waitWhileSilent() throws InterruptedException {
        synchronized (cable) {
            while (silent) {
                cable.wait();
            }
        }
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "proxy");
        thread.setDaemon(true);
        thread.start();
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // It is gone.
        }
    }

    @Override
    public void close() throws IOException {
        entrance.close();
        mend();
    }
}
