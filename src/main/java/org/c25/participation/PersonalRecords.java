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
 * The rows that one part of the application keeps of a person, for that person's copy: everybody can have a copy of all
 * that is kept of them. Each part that has a table with a participant or an invitation in it implements this.
 */
public interface PersonalRecords {

    /** Returns the name of this part in the copy, such as {@code letters}. */
    String name();

    /** Returns the tables from which the rows come. */
    Set<String> tables();

    /** Returns what is kept of the person, the oldest first; empty if nothing is kept. */
    List<Map<String, Object>> of(Participant participant, InvitedPerson invited);

    /** Returns the rows that a query finds, by the names of its columns; times are UTC, and nulls are left out. */
    static List<Map<String, Object>> rows(JdbcClient jdbc, String query, long id) {
        return jdbc.sql(query).param(id).query().listOfRows().stream()
                .map(PersonalRecords::plain)
                .toList();
    }

    /** Returns a row by the names of its columns; times are UTC, and nulls are left out. */
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
