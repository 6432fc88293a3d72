package org.c25.sets;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.c25.affect.AffectNetLabel;
import org.c25.affect.Expression;
import org.c25.affect.Step;
import org.c25.images.Picture;
import org.c25.sampling.CrowdImage;
import org.c25.sampling.CrowdVotes;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What the participants of sets say of their images: the answers to first showings in their latest revision, of the people
 * who are in a slot. It reads the tables of the answers themselves and not the rating matrix, which lies above: making a
 * set, its items and where they come from in one transaction is this package's own affair.
 */
@Component
class Crowd {

    private static final int FETCH = 5000;
    private static final String VOTES = """
            select t.item_id, a.expression, a.valence, a.arousal
            from slot s
            join trial t on t.participant_id = s.participant_id and t.repeat_of is null
            join annotation a on a.participant_id = t.participant_id and a.position = t.position
            where s.set_id = ? and not exists (
                select 1 from annotation later
                where later.participant_id = a.participant_id and later.position = a.position
                    and later.revision > a.revision)""";

    private final JdbcTemplate votes;
    private final JdbcClient jdbc;

    Crowd(JdbcTemplate jdbcTemplate, JdbcClient jdbc) {
        this.votes = new JdbcTemplate(Objects.requireNonNull(jdbcTemplate.getDataSource()));
        this.votes.setFetchSize(FETCH);
        this.jdbc = jdbc;
    }

    /** How many people of each set have said something of an image; sets in which nobody has are left out. */
    Map<Long, Integer> participants() {
        Map<Long, Integer> counts = new HashMap<>();
        jdbc.sql("""
                        select s.set_id, count(*) from slot s
                        where s.participant_id is not null
                            and exists (select 1 from annotation a where a.participant_id = s.participant_id)
                        group by s.set_id""").query(row -> {
            counts.put(row.getLong(1), row.getInt(2));
        });
        return counts;
    }

    /** @param participants how many people have said something of an image */
    record Rated(List<CrowdImage> images, int participants) {}

    /** The images of a set that have a picture, in its order, each with its votes. */
    Rated of(long setId) {
        Map<Long, CrowdVotes> byItem = new HashMap<>();
        votes.query(
                VOTES,
                row -> {
                    byItem.computeIfAbsent(row.getLong(1), item -> new CrowdVotes())
                            .add(expression(row), step(row, 3), step(row, 4));
                },
                setId);
        List<CrowdImage> images = jdbc.sql("""
                        select id, position, source_index, filename, image_hash, affectnet_expression,
                            affectnet_valence, affectnet_arousal
                        from item where set_id = ? and image_hash is not null order by position""")
                .param(setId)
                .query((row, n) -> image(setId, row, byItem))
                .list();
        return new Rated(images, participants().getOrDefault(setId, 0));
    }

    private static @Nullable Expression expression(ResultSet row) throws SQLException {
        int code = row.getInt(2);
        return row.wasNull() ? null : Expression.all().get(code);
    }

    private static @Nullable Step step(ResultSet row, int column) throws SQLException {
        int value = row.getInt(column);
        return row.wasNull() ? null : new Step(value);
    }

    private static CrowdImage image(long setId, ResultSet row, Map<Long, CrowdVotes> votes) throws SQLException {
        BigDecimal expression = row.getBigDecimal("affectnet_expression");
        return new CrowdImage(
                setId,
                row.getInt("position"),
                row.getLong("source_index"),
                row.getString("filename"),
                row.getString("image_hash"),
                new AffectNetLabel(
                        expression == null ? null : expression.intValue(),
                        (Double) row.getObject("affectnet_valence"),
                        (Double) row.getObject("affectnet_arousal")),
                votes.getOrDefault(row.getLong("id"), new CrowdVotes()));
    }

    /** The pictures of sets as they were checked, by their hash. */
    Map<String, Picture> pictures(List<Long> setIds) {
        Map<String, Picture> pictures = new HashMap<>();
        for (long id : setIds) {
            jdbc.sql("""
                            select distinct image_hash, image_type, image_width, image_height from item
                            where set_id = ? and image_hash is not null""").param(id).query(row -> {
                pictures.put(
                        row.getString(1),
                        new Picture(row.getString(1), row.getString(2), row.getInt(3), row.getInt(4)));
            });
        }
        return pictures;
    }
}
