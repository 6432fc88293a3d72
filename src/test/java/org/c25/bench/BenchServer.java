package org.c25.bench;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;
import org.c25.C25Application;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServer;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The application, and in the same Java what it is held against, at a port of its own: a bare servlet that stores one
 * row for each request, and the floor. Its Tomcat has the same settings, and no filter.
 */
final class BenchServer {

    /** What it prints before the two ports when it can serve. */
    static final String READY = "bench ready: ";

    private BenchServer() {}

    public static void main(String[] args) throws SQLException {
        ConfigurableApplicationContext application = SpringApplication.run(C25Application.class, args);
        JdbcConnectionDetails database = application.getBean(JdbcConnectionDetails.class);
        Floor floor = new Floor(database);
        floor.makeTable();
        TomcatServletWebServerFactory factory = (TomcatServletWebServerFactory) application
                .getAutowireCapableBeanFactory()
                .initializeBean(new TomcatServletWebServerFactory(), "bareServer");
        factory.setPort(0);
        DataSource pool = application.getBean(DataSource.class);
        WebServer bare = factory.getWebServer(context -> {
            context.addServlet("bare", new BareServlet(pool)).addMapping("/answer");
            context.addServlet("floor", new FloorServlet(floor)).addMapping("/floor");
        });
        bare.start();
        System.out.println(
                READY + application.getEnvironment().getProperty("local.server.port") + " " + bare.getPort());
    }

    /** Stores the row that a body stands for, and nothing else: no look-up, no check, no JSON library. */
    private static final class BareServlet extends HttpServlet {

        private static final String REPLY = "{\"position\":0,\"revision\":1,\"answered\":1,\"total\":1000}";

        private final transient DataSource pool;

        BareServlet(DataSource pool) {
            this.pool = pool;
        }

        @Override
        protected void doPut(HttpServletRequest request, HttpServletResponse response) throws IOException {
            String body = new String(request.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            int at = body.indexOf("\"id\":\"") + 6;
            try (Connection connection = pool.getConnection();
                    PreparedStatement insert = connection.prepareStatement(Floor.INSERT)) {
                Floor.fill(insert, UUID.fromString(body.substring(at, at + 36)));
                insert.executeUpdate();
            } catch (SQLException e) {
                throw new IOException(e);
            }
            response.setContentType("application/json");
            response.getOutputStream().write(REPLY.getBytes(StandardCharsets.UTF_8));
        }
    }

    /** Runs the floor here, since H2 keeps its file to one Java. */
    private static final class FloorServlet extends HttpServlet {

        private final transient Floor floor;

        FloorServlet(Floor floor) {
            this.floor = floor;
        }

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
            try {
                Latencies found = floor.run(
                        Integer.parseInt(request.getParameter("connections")),
                        Integer.parseInt(request.getParameter("seconds")));
                response.getWriter().write(found.asText());
            } catch (SQLException | InterruptedException e) {
                throw new UncheckedIOException(new IOException(e));
            }
        }
    }
}
