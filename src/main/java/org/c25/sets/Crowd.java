package org.c25.sets;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.c25.affect.AffectNetLabel;
import org.c25.images.Picture;
import org.c25.sampling.CrowdImage;
import org.c25.sampling.CrowdVotes;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the participants of sets say of their images. */
@Component
class Crowd {

    private final SetVotes votes;
    private final JdbcClient jdbc;

    Crowd(SetVotes votes, JdbcClient jdbc) {
        this.votes = votes;
        this.jdbc = jdbc;
    }

    /** How many people of each set have said something of an image; sets in which nobody has are left out. */
    Map<Long, Integer> participants() {
        return votes.participants();
    }

    /** @param participants how many people have said something of an image */
    record Rated(List<CrowdImage> images, int participants) {}

    /** The images of a set that have a picture, in its order, each with its votes. */
    Rated of(long setId) {
        Map<Long, CrowdVotes> byItem = new HashMap<>();
        votes.forEach(
                setId,
                (item, expression, valence, arousal) ->
                        byItem.computeIfAbsent(item, id -> new CrowdVotes()).add(expression, valence, arousal));
        List<CrowdImage> images = jdbc.sql("""
                        select id, position, source_index, filename, image_hash, affectnet_expression,
                            affectnet_valence, affectnet_arousal
                        from item where set_id = ? and image_hash is not null order by position""")
                .param(setId)
                .query((row, n) -> image(setId, row, byItem))
                .list();
        return new Rated(images, participants().getOrDefault(setId, 0));
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
