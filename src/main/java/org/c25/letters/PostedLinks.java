package org.c25.letters;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.c25.accounts.Caller;
import org.c25.accounts.Secret;
import org.c25.sets.Sets;
import org.c25.web.Fault;
import org.c25.web.Problem;
import org.c25.web.PublicAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * New links that their page sends back, to be written into a file or on cards: nothing here keeps them, so the page has
 * to. Taken are those alone that this server has made for the set.
 */
@Component
class PostedLinks {

    private static final Pattern SECRET = Pattern.compile("[A-Za-z0-9_-]{32}");

    private final JdbcClient jdbc;
    private final Sets sets;
    private final PublicAddress address;

    PostedLinks(JdbcClient jdbc, Sets sets, PublicAddress address) {
        this.jdbc = jdbc;
        this.sets = sets;
        this.address = address;
    }

    /**
     * @param lines a link each
     * @throws Problem 404 if the caller may not see the set, 422 naming each line that is no link to it
     */
    List<ShownLink> read(Caller caller, long setId, String lines) {
        sets.require(caller, setId);
        Map<String, Known> known = known(setId);
        String beginning = address.of("/join/");
        List<ShownLink> links = new ArrayList<>();
        List<Fault> faults = new ArrayList<>();
        int line = 0;
        for (String url : lines.lines().toList()) {
            line++;
            if (url.isBlank()) {
                continue;
            }
            String text = url.startsWith(beginning)
                    ? url.substring(beginning.length()).strip()
                    : "";
            Matcher secret = SECRET.matcher(text);
            Known invitation = secret.matches() ? known.get(new Secret(text).hash()) : null;
            if (invitation == null) {
                faults.add(Fault.atLine("links", line, null, "is not a link of this set that works"));
            } else {
                links.add(new ShownLink(invitation.id(), invitation.email(), beginning + text));
            }
        }
        if (links.isEmpty() && faults.isEmpty()) {
            faults.add(Fault.inField("links", "are missing; make some first"));
        }
        if (!faults.isEmpty()) {
            throw Problem.invalid(faults);
        }
        return links;
    }

    private Map<String, Known> known(long setId) {
        Map<String, Known> known = new HashMap<>();
        jdbc.sql("select id, email, secret_hash from invitation where set_id = ? and revoked_at is null")
                .param(setId)
                .query(row -> {
                    known.put(row.getString("secret_hash"), new Known(row.getLong("id"), row.getString("email")));
                });
        return known;
    }

    private record Known(long id, @Nullable String email) {}
}
