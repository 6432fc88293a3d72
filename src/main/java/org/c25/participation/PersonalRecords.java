package org.c25.participation;

import java.sql.Timestamp;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.c25.invitations.InvitedPerson;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What one part of the application keeps of a person, for that person: everybody can have a copy of all that is kept of them.
 * Each part that has a table with a participant or an invitation in it has one of these.
 */
public interface PersonalRecords {

    /** As the copy calls it, such as {@code letters}. */
    String name();

    /** Whose rows these are. */
    Set<String> tables();

    /** What is kept, the oldest first; empty for nothing. */
    List<Map<String, Object>> of(Participant participant, InvitedPerson invited);

    /** The rows that a query finds, by the names of its columns; times are UTC, and what is null is left out. */
    static List<Map<String, Object>> rows(JdbcClient jdbc, String query, long id) {
        return jdbc.sql(query).param(id).query().listOfRows().stream()
                .map(PersonalRecords::plain)
                .toList();
    }

    /** A row by the names of its columns; times are UTC, and what is null is left out. */
    static Map<String, Object> plain(Map<String, @Nullable Object> row) {
        Map<String, Object> plain = new LinkedHashMap<>();
        row.forEach((name, value) -> {
            if (value instanceof OffsetDateTime time) {
                plain.put(name, time.toInstant());
            } else if (value instanceof Timestamp time) {
                plain.put(name, time.toInstant());
            } else if (value != null) {
                plain.put(name, value);
            }
        });
        return plain;
    }
}
