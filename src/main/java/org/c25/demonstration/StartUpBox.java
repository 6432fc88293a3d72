package org.c25.demonstration;

import java.util.ArrayList;
import java.util.List;
import org.c25.accounts.FirstAccount;
import org.c25.common.Version;
import org.c25.storage.DataFolder;
import org.c25.web.PublicAddress;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Prints the box at the end of a start: where to go, where the data lie, and, once, the password that was made up. */
@Component
class StartUpBox {

    private final FirstAccount firstAccount;
    private final Demonstration demonstration;
    private final PublicAddress address;
    private final Version version;
    private final DataFolder data;
    private final boolean demonstrate;
    private final String database;

    StartUpBox(
            FirstAccount firstAccount,
            Demonstration demonstration,
            PublicAddress address,
            Version version,
            DataFolder data,
            @Value("${c25.demonstration}") boolean demonstrate,
            @Value("${spring.datasource.url:none}") String database) {
        this.firstAccount = firstAccount;
        this.demonstration = demonstration;
        this.address = address;
        this.version = version;
        this.data = data;
        this.demonstrate = demonstrate;
        this.database = database;
    }

    @EventListener
    void print(ApplicationReadyEvent ready) {
        int port =
                ready.getApplicationContext() instanceof WebServerApplicationContext web && web.getWebServer() != null
                        ? web.getWebServer().getPort()
                        : 0;
        List<String> lines = new ArrayList<>();
        lines.add("C25 is ready. (Version " + version.text() + ")");
        lines.add("");
        if (demonstrate) {
            demonstration.prepare().ifPresent(secret -> {
                lines.add("Rate faces     " + address.of("/join/" + secret.text(), port));
                lines.add("               The other raters of this study, and their answers, are invented.");
            });
        }
        String here = address.here(port)
                .map(other -> ", from this machine also " + other + "/")
                .orElse("");
        lines.add("Staff sign in  " + address.of("/", port) + here);
        firstAccount
                .takeMadeUpPassword()
                .ifPresentOrElse(
                        password -> {
                            lines.add("    name       " + FirstAccount.NAME);
                            lines.add("    password   " + password.text());
                            lines.add("");
                            lines.add("This password is shown this once: write it down, or choose your own.");
                        },
                        () -> lines.add(
                                "    name       " + FirstAccount.NAME + ", with the password chosen or shown before"));
        lines.add("");
        lines.add("Data           " + data.path());
        lines.add("Database       " + (database.equals("none") ? "in the same folder" : withoutParameters(database)));
        // It is not printed through the log: a password and a link don't belong in one.
        System.out.println(boxed(lines));
    }

    /** Returns an address of a database without what may be secret in it. */
    private static String withoutParameters(String url) {
        return url.replaceFirst("[?;].*", "").replaceFirst("//[^/]*@", "//");
    }

    private static String boxed(List<String> lines) {
        int width = lines.stream().mapToInt(String::length).max().orElse(0);
        StringBuilder box = new StringBuilder("\n╔" + "═".repeat(width + 4) + "╗\n");
        for (String line : lines) {
            box.append("║  ")
                    .append(line)
                    .append(" ".repeat(width - line.length()))
                    .append("  ║\n");
        }
        return box.append('╚').append("═".repeat(width + 4)).append("╝\n").toString();
    }
}
