package org.c25.ratings;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.c25.affect.Expression;
import org.c25.affect.Step;
import org.c25.participation.Rater;
import org.c25.participation.Raters;
import org.c25.sets.Item;
import org.c25.sets.SetView;
import org.c25.sets.Sets;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The answers of a set as items × participants. If somebody saw an item twice, the answer to its first showing counts;
 * if an answer was revised, its latest revision counts.
 *
 * <p>The answers are read one person after the other, as they are stored in the database, and arranged by image in
 * memory: it would take several times as long to let the database sort them all. One block of images is arranged at a
 * time, so that the memory needed does not grow with the set; ten million answers fit into one block.
 *
 * <p>Where images are shared out among many people, a column is a rating slot: with a column a person, nearly all cells
 * would be empty.
 */
@Component
public class RatingMatrix {

    private static final int FETCH = 10_000;
    private static final int MOST_CELLS = 12_000_000;

    /** Where images are shared out, and statistics compare people: each with each. */
    private static final int MOST_CELLS_BY_PERSON = 2_000_000;

    private static final int MOST_PEOPLE = 1000;

    private static final String ANSWERS = """
            select item_id, expression, valence, arousal from rating where participant_id = ? and repeat_of is null""";

    private final JdbcTemplate jdbc;
    private final Sets sets;
    private final Raters raters;
    private final RatingSlotReader ratingSlots;
    private final Cursors cursors;

    RatingMatrix(JdbcTemplate jdbc, Sets sets, Raters raters, RatingSlotReader ratingSlots, Cursors cursors) {
        this.jdbc = new JdbcTemplate(Objects.requireNonNull(jdbc.getDataSource()));
        this.jdbc.setFetchSize(FETCH);
        this.sets = sets;
        this.raters = raters;
        this.ratingSlots = ratingSlots;
        this.cursors = cursors;
    }

    /**
     * One participant's answer to one item.
     *
     * @param expression the expression; null, like the other two, only if an imported file had an empty cell
     */
    public record Cell(
            @Nullable Expression expression,
            @Nullable Step valence,
            @Nullable Step arousal) {}

    /**
     * Goes through the rows in the order of the set.
     *
     * @param row receives each item with its cells: one a slot, or one a rating slot where the images are shared out; null
     *     if there is no answer. The array is used again for the next row
     */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public void forEachRow(SetView set, BiConsumer<Item, @Nullable Cell[]> row) {
        forEachRow(set, Math.max(1, MOST_CELLS / set.columns()), row);
    }

    /**
     * Goes through the rows as {@link #forEachRow(SetView, BiConsumer)} does.
     *
     * @param block how many images are arranged at a time
     */
    public void forEachRow(SetView set, int block, BiConsumer<Item, @Nullable Cell[]> row) {
        if (set.portions() == null) {
            forEachRowByPerson(set, block, row);
        } else {
            forEachRow(set, set.columns(), block, answers -> ratingSlots.read(set, answers), row);
        }
    }

    /** Goes through the rows with a cell a slot, also where the images are shared out: then most of them are null. */
    private void forEachRowByPerson(SetView set, int block, BiConsumer<Item, @Nullable Cell[]> row) {
        List<Rater> people = raters.of(set.id());
        forEachRow(set, set.capacity(), block, answers -> people.forEach(rater -> read(rater, answers)), row);
    }

    private void forEachRow(
            SetView set, int columns, int block, Consumer<MatrixBlock> read, BiConsumer<Item, @Nullable Cell[]> row) {
        cursors.prepare();
        ItemPositions positions = new ItemPositions(sets.itemIds(set.id()));
        @Nullable Cell[] cells = new Cell[columns];
        for (int from = 0; from < positions.count(); from += block) {
            int to = Math.min(from + block, positions.count());
            MatrixBlock answers = new MatrixBlock(positions, from, to, columns);
            read.accept(answers);
            sets.forEachItem(set.id(), from, to, item -> {
                answers.get(item.position(), cells);
                row.accept(item, cells);
            });
        }
    }

    private void read(Rater rater, MatrixBlock answers) {
        jdbc.query(
                ANSWERS,
                (RowCallbackHandler) found -> answers.put(found.getLong(1), rater.slot(), found),
                rater.participantId());
    }

    /** Returns a fingerprint, which does not hold the answers, but changes when any of them does. */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Fingerprint fingerprint(long setId) {
        return Fingerprint.of(raters.of(setId), sets.itemIds(setId));
    }

    /**
     * Returns the whole matrix in memory, a byte an answer, for computing statistics. Where images are shared out among so
     * many people that images × people would be too much, its columns are rating slots: see {@link Ratings#isByPerson}.
     */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Ratings ratings(SetView set) {
        int images = sets.itemIds(set.id()).length;
        boolean byPerson = isByPerson(set);
        int columns = byPerson ? set.capacity() : set.columns();
        byte[][] expression = nothing(columns, images);
        byte[][] valence = nothing(columns, images);
        byte[][] arousal = nothing(columns, images);
        int[] image = {0};
        BiConsumer<Item, @Nullable Cell[]> row = (item, cells) -> {
            for (int column = 0; column < cells.length; column++) {
                Cell cell = cells[column];
                if (cell != null) {
                    expression[column][image[0]] = category(cell.expression());
                    valence[column][image[0]] = category(cell.valence());
                    arousal[column][image[0]] = category(cell.arousal());
                }
            }
            image[0]++;
        };
        if (byPerson) {
            forEachRowByPerson(set, Math.max(1, MOST_CELLS / columns), row);
            return set.portions() == null
                    ? Ratings.of(expression, valence, arousal)
                    : Ratings.ofPortions(expression, valence, arousal, set.columns());
        }
        forEachRow(set, row);
        int people = (int) raters.of(set.id()).stream()
                .filter(rater -> rater.answered() > 0)
                .count();
        return Ratings.ofRatingSlots(expression, valence, arousal, people);
    }

    /** Whether the columns of {@link #ratings} are people, so that they can be compared one by one. */
    public static boolean isByPerson(SetView set) {
        return set.portions() == null
                || set.capacity() <= MOST_PEOPLE && (long) set.items() * set.capacity() <= MOST_CELLS_BY_PERSON;
    }

    private static byte[][] nothing(int slots, int images) {
        byte[][] nothing = new byte[slots][images];
        for (byte[] slot : nothing) {
            Arrays.fill(slot, Ratings.NONE);
        }
        return nothing;
    }

    private static byte category(@Nullable Expression expression) {
        return expression == null ? Ratings.NONE : (byte) expression.code();
    }

    private static byte category(@Nullable Step step) {
        return step == null ? Ratings.NONE : (byte) (step.value() - Step.LEAST);
    }
}
