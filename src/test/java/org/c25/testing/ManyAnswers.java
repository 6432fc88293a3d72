package org.c25.testing;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.c25.annotation.RecordCheck;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Fills a set with as many answers as wished, inside of the database. Every place is taken, each person saw the images in
 * an order of their own, of each hundred images one is shown a second time, and of each hundred answers one was changed.
 */
public final class ManyAnswers {

    private static final int BLOCK = 1000;

    /** Scatters the images over the trials; it has no divisor in common with a number of images that ends in 000. */
    private static final int STEP = 247_249;

    private final JdbcTemplate jdbc;
    private final int images;
    private long set;

    private ManyAnswers(JdbcTemplate jdbc, int images) {
        this.jdbc = jdbc;
        this.images = images;
    }

    /**
     * @param images a multiple of 1000
     * @param people as many places as the set has
     * @return the set, with images × people answers, a hundredth of that as second showings, and as many earlier revisions
     */
    public static long fill(Api staff, JdbcTemplate jdbc, int images, int people) {
        ManyAnswers many = new ManyAnswers(jdbc, images);
        Lab lab = new Lab(staff);
        many.set = lab.bareSet(
                lab.study(Map.of("capacity", people)), Lab.manifest(BLOCK).getBytes(StandardCharsets.UTF_8));
        many.addImages();
        many.addPeople();
        many.addTrials();
        many.answer();
        return many.set;
    }

    /** Second showings, and answers that were changed. */
    public static int hundredth(int images, int people) {
        return images / 100 * people;
    }

    private void addImages() {
        jdbc.update("""
                insert into item (set_id, position, source_index, filename)
                select a.set_id, a.position + ? * (b.position + 1), a.source_index + ? * (b.position + 1),
                    concat('many-', b.position + 1, '-', a.filename)
                from item a join item b on b.set_id = a.set_id and b.position < ?
                where a.set_id = ? order by b.position, a.position""", BLOCK, BLOCK, images / BLOCK - 1, set);
        jdbc.update("update image_set set items = ? where id = ?", images, set);
    }

    private void addPeople() {
        jdbc.update("""
                insert into participant (set_id, slot_number, status, seed, trials, consented_at, completed_at)
                select set_id, number, 'COMPLETED', number, ?, current_timestamp, current_timestamp
                from slot where set_id = ?""", images + images / 100, set);
        jdbc.update("""
                update slot set participant_id = (
                    select p.id from participant p where p.set_id = slot.set_id and p.slot_number = slot.number)
                where set_id = ?""", set);
    }

    private void addTrials() {
        String position = "mod((cast(i.position as bigint) + 31 * p.slot_number) * " + STEP + ", " + images + ")";
        jdbc.update("""
                insert into trial (participant_id, position, item_id)
                select p.id, %1$s, i.id from participant p join item i on i.set_id = p.set_id
                where p.set_id = ? order by p.id, %1$s""".formatted(position), set);
        jdbc.update("""
                insert into trial (participant_id, position, item_id, repeat_of)
                select t.participant_id, ? + t.position, t.item_id, t.position
                from trial t join participant p on p.id = t.participant_id
                where p.set_id = ? and t.position < ? order by t.participant_id, t.position""", images, set, images / 100);
    }

    private void answer() {
        insert(1, "true");
        insert(2, "mod(t.position, 100) = 7 and t.repeat_of is null");
        new RecordCheck(JdbcClient.create(jdbc)).rebuild(set);
    }

    private void insert(int revision, String which) {
        jdbc.update("""
                insert into annotation (id, participant_id, position, revision, expression, valence, arousal,
                    response_time_millis, expression_time_millis, valence_time_millis, arousal_time_millis,
                    hidden_time_millis, changes, input_device, viewport_width, viewport_height, dimmed, answered, recorded_at)
                select gen_random_uuid(), t.participant_id, t.position, %1$d,
                    mod(t.item_id * 7 + t.participant_id * mod(t.position, 3) + %1$d, 8), 1 + mod(t.item_id + %1$d, 9),
                    1 + mod(t.item_id + t.participant_id, 9), 1000 + mod(t.position * 37, 30000),
                    500 + mod(t.position * 31, 9000), 800 + mod(t.position * 29, 9000), 900 + mod(t.position * 23, 9000),
                    0, mod(t.position, 4), 'mouse', 1920, 1080, false, t.position + 1,
                    timestamp with time zone '2026-03-02 08:00:00.000001+00' + t.position * interval '1.234567' second
                from trial t join participant p on p.id = t.participant_id
                where p.set_id = ? and %2$s order by t.participant_id, t.position""".formatted(revision, which), set);
    }
}
