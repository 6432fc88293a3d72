package org.c25.ha;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

/**
 * Three database nodes under Patroni with etcd, HAProxy in front of them and of two nodes of C25, and PgBouncer between
 * where it is wanted. All of it is on the loopback interface of this machine.
 */
final class Cluster {

    static final String ADMIN_PASSWORD = "correct-horse-battery";
    static final int NODES = 2;
    private static final int DATABASES = 3;

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();
    private final Path folder;
    private final int port;
    private final Path now;
    private final Path before;
    private Path jar;
    private final List<Daemon> patronis = new ArrayList<>();
    private final List<Daemon> nodes = new ArrayList<>();
    private boolean pooled;

    /**
     * @param port the first of 13 free ports
     * @param now the jar
     * @param before the jar of the version before, or the same
     */
    Cluster(Path folder, int port, Path now, Path before) {
        this.folder = folder;
        this.port = port;
        this.now = now;
        this.before = before;
        this.jar = now;
    }

    int frontPort() {
        return port + 12;
    }

    private int etcdPort() {
        return port;
    }

    private int restPort(int database) {
        return port + 2 + database;
    }

    private int databasePort(int database) {
        return port + 5 + database;
    }

    private int primaryPort() {
        return port + 8;
    }

    private int poolerPort() {
        return port + 9;
    }

    private int nodePort(int node) {
        return port + 10 + node;
    }

    private Path data(int database) {
        return folder.resolve("db" + database).resolve("data");
    }

    /** Starts everything, and waits until it can serve. */
    void start() throws Exception {
        new Daemon(
                        folder,
                        "etcd",
                        Map.of(),
                        Daemon.unprivileged(
                                "etcd",
                                "--data-dir=" + folder.resolve("etcd"),
                                "--listen-client-urls=http://127.0.0.1:" + etcdPort(),
                                "--advertise-client-urls=http://127.0.0.1:" + etcdPort(),
                                "--listen-peer-urls=http://127.0.0.1:" + (etcdPort() + 1),
                                "--initial-advertise-peer-urls=http://127.0.0.1:" + (etcdPort() + 1),
                                "--initial-cluster=default=http://127.0.0.1:" + (etcdPort() + 1)))
                .start();
        for (int i = 0; i < DATABASES; i++) {
            Path settings = write("patroni" + i + ".yml", patroni(i));
            patronis.add(
                    new Daemon(folder, "patroni" + i, Map.of(), Daemon.unprivileged("patroni", settings.toString()))
                            .start());
        }
        await("all databases to run", Duration.ofMinutes(5), this::isComplete);
        sql("postgres", "create role c25 login; ", "create database c25 owner c25;");
        new Daemon(
                        folder,
                        "haproxy",
                        Map.of(),
                        List.of("haproxy", "-f", write("haproxy.cfg", haproxy()).toString()))
                .start();
        new Daemon(
                        folder,
                        "pgbouncer",
                        Map.of(),
                        Daemon.unprivileged(
                                "pgbouncer", write("pgbouncer.ini", pgbouncer()).toString()))
                .start();
        for (int i = 0; i < NODES; i++) {
            nodes.add(node(i).start());
            awaitNodes(); // The first one makes the tables.
        }
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private String patroni(int i) {
        return """
                scope: c25
                name: db%1$d
                restapi: {listen: 127.0.0.1:%2$d, connect_address: 127.0.0.1:%2$d}
                etcd3: {host: 127.0.0.1:%3$d}
                bootstrap:
                  dcs:
                    ttl: 20
                    loop_wait: 5
                    retry_timeout: 5
                    synchronous_mode: true
                    synchronous_mode_strict: true
                    postgresql:
                      use_pg_rewind: true
                      parameters: {max_connections: 100, shared_buffers: 64MB, wal_log_hints: "on", wal_keep_size: 256MB}
                  initdb: [encoding: UTF8, data-checksums]
                postgresql:
                  listen: 127.0.0.1:%4$d
                  connect_address: 127.0.0.1:%4$d
                  data_dir: %5$s
                  bin_dir: %6$s
                  pgpass: %7$s/pgpass%1$d
                  parameters: {unix_socket_directories: "%7$s/db%1$d"}
                  authentication:
                    superuser: {username: postgres}
                    replication: {username: replicator}
                  pg_hba: ["local all all trust", "host all all 127.0.0.1/32 trust", "host replication all 127.0.0.1/32 trust"]
                watchdog: {mode: automatic}
                """.formatted(i, restPort(i), etcdPort(), databasePort(i), data(i), binaries(), folder);
    }

    private static String binaries() {
        try (Stream<Path> versions = Files.list(Path.of("/usr/lib/postgresql"))) {
            return versions.map(version -> version.resolve("bin"))
                    .filter(bin -> Files.exists(bin.resolve("postgres")))
                    .max(Path::compareTo)
                    .orElseThrow()
                    .toString();
        } catch (IOException e) {
            throw new IllegalStateException("there is no PostgreSQL below /usr/lib/postgresql", e);
        }
    }

    private String haproxy() {
        StringBuilder text = new StringBuilder("""
                global
                    maxconn 2000
                defaults
                    timeout connect 2s
                    timeout client 30m
                    timeout server 30m
                    timeout check 2s
                listen primary
                    mode tcp
                    bind 127.0.0.1:%d
                    option httpchk OPTIONS /primary
                    http-check expect status 200
                    default-server inter 1s fall 2 rise 1 on-marked-down shutdown-sessions
                """.formatted(primaryPort()));
        for (int i = 0; i < DATABASES; i++) {
            text.append("    server db%d 127.0.0.1:%d check port %d\n".formatted(i, databasePort(i), restPort(i)));
        }
        text.append("""
                listen c25
                    mode http
                    bind 127.0.0.1:%d
                    balance roundrobin
                    option forwardfor
                    option redispatch
                    retries 3
                    option httpchk GET /actuator/health/readiness
                    http-check expect status 200
                    default-server inter 1s fall 2 rise 1
                """.formatted(frontPort()));
        for (int i = 0; i < NODES; i++) {
            text.append("    server node%d 127.0.0.1:%d check\n".formatted(i, nodePort(i)));
        }
        return text.toString();
    }

    private String pgbouncer() throws IOException {
        Path users = write("users.txt", "\"c25\" \"\"\n");
        return """
                [databases]
                c25 = host=127.0.0.1 port=%d dbname=c25
                [pgbouncer]
                listen_addr = 127.0.0.1
                listen_port = %d
                unix_socket_dir =
                auth_type = trust
                auth_file = %s
                pool_mode = transaction
                default_pool_size = 8
                max_client_conn = 200
                ignore_startup_parameters = extra_float_digits
                """.formatted(primaryPort(), poolerPort(), users);
    }

    private Daemon node(int i) {
        return new Daemon(
                folder,
                "node" + i,
                Map.of("C25_ADMIN_PASSWORD", ADMIN_PASSWORD),
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx400m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-jar",
                        jar.toString(),
                        "--server.port=" + nodePort(i),
                        "--c25.data-dir=" + folder.resolve("files"),
                        "--c25.shutdown.drain=4s",
                        "--spring.datasource.url=jdbc:postgresql://127.0.0.1:" + (pooled ? poolerPort() : primaryPort())
                                + "/c25",
                        "--spring.datasource.username=c25"));
    }

    /** Starts all nodes of C25 anew, with PgBouncer between them and the database or without. */
    void pool(boolean wanted) throws Exception {
        if (wanted != pooled) {
            pooled = wanted;
            for (int i = 0; i < NODES; i++) {
                restart(i);
            }
        }
    }

    /** Starts all nodes of C25 anew, as the version before, on the database that the version now has made. */
    void goBack() throws Exception {
        jar = before;
        for (int i = 0; i < NODES; i++) {
            restart(i);
        }
    }

    /** What starts from now on is the version now. */
    void upgrade() {
        jar = now;
    }

    void restart(int i) throws Exception {
        nodes.get(i).stop();
        startNode(i);
    }

    void startNode(int i) throws Exception {
        nodes.set(i, node(i).start());
        awaitNodes();
        Thread.sleep(2000); // HAProxy looks every second.
    }

    void killNode(int i) {
        nodes.get(i).kill();
    }

    private void awaitNodes() throws Exception {
        for (int i = 0; i < nodes.size(); i++) {
            String health = "http://127.0.0.1:" + nodePort(i) + "/actuator/health/readiness";
            await(health, Duration.ofMinutes(15), () -> status(health) == 200);
        }
    }

    /** Returns the database that is the primary now, or -1. */
    int primary() {
        for (int i = 0; i < DATABASES; i++) {
            if (status("http://127.0.0.1:" + restPort(i) + "/primary") == 200) {
                return i;
            }
        }
        return -1;
    }

    /** Whether there are a primary, a synchronous standby, and all others are caught up as replicas. */
    boolean isComplete() {
        int primaries = 0;
        int replicas = 0;
        int synchronous = 0;
        for (int i = 0; i < DATABASES; i++) {
            String rest = "http://127.0.0.1:" + restPort(i);
            primaries += status(rest + "/primary") == 200 ? 1 : 0;
            replicas += status(rest + "/replica?lag=1MB") == 200 ? 1 : 0;
            synchronous += status(rest + "/synchronous") == 200 ? 1 : 0;
        }
        return primaries == 1 && replicas == DATABASES - 1 && synchronous >= 1;
    }

    void awaitComplete() throws Exception {
        await("the cluster to be complete again", Duration.ofMinutes(4), this::isComplete);
    }

    /** Every process of a database node, as if a machine were meant. */
    List<ProcessHandle> machine(int database) throws IOException {
        return Stream.concat(patronis.get(database).all(), Daemon.postgreSql(data(database)))
                .distinct()
                .toList();
    }

    void startDatabase(int database) throws IOException {
        patronis.get(database).start();
    }

    /** Hands the primary over to the synchronous standby. */
    void switchOver() throws Exception {
        int leader = primary();
        String candidate = "";
        for (int i = 0; i < DATABASES; i++) {
            if (status("http://127.0.0.1:" + restPort(i) + "/synchronous") == 200) {
                candidate = "db" + i;
            }
        }
        HttpResponse<String> reply = http.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + restPort(leader) + "/switchover"))
                        .POST(BodyPublishers.ofString(
                                "{\"leader\": \"db%d\", \"candidate\": \"%s\"}".formatted(leader, candidate)))
                        .timeout(Duration.ofSeconds(60))
                        .build(),
                BodyHandlers.ofString());
        System.out.println("  " + reply.body().strip());
    }

    private int status(String address) {
        try {
            return http.send(
                            HttpRequest.newBuilder(URI.create(address))
                                    .timeout(Duration.ofSeconds(2))
                                    .build(),
                            BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException e) {
            return 0;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Runs SQL on the primary. @return a line a row, columns with | between them */
    List<String> sql(String database, String... statements) throws Exception {
        List<String> words = new ArrayList<>(List.of(
                "psql",
                "-X",
                "-At",
                "-h",
                "127.0.0.1",
                "-p",
                String.valueOf(databasePort(primary())),
                "-U",
                "postgres"));
        words.addAll(List.of("-d", database, "-v", "ON_ERROR_STOP=1"));
        for (String statement : statements) {
            words.addAll(List.of("-c", statement));
        }
        Process process = new ProcessBuilder(words).redirectErrorStream(true).start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IllegalStateException(printed);
        }
        return printed.lines().toList();
    }

    static void await(String what, Duration patience, Callable<Boolean> state) throws Exception {
        long end = System.nanoTime() + patience.toNanos();
        while (!state.call()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("waited too long for " + what);
            }
            Thread.sleep(500);
        }
    }
}
