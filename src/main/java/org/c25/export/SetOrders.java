package org.c25.export;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.c25.affect.AffectNetLabel;
import org.c25.sets.Item;
import org.c25.sets.SetView;
import org.c25.sets.Sets;
import org.c25.web.CsvLine;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** What a set's answers were given to: the order of each person's trials with its seed, and AffectNet's own labels. */
@Component
class SetOrders {

    private static final int FETCH = 5000;
    private static final String TRIALS = """
            select s.number, p.seed, t.position, t.repeat_of, i.source_index, i.filename
            from slot s
            join participant p on p.id = s.participant_id and p.seed is not null
            join trial t on t.participant_id = p.id
            join item i on i.id = t.item_id
            where s.set_id = ? order by s.number, t.position""";

    private final JdbcTemplate jdbc;
    private final Sets sets;

    SetOrders(JdbcTemplate jdbc, Sets sets) {
        this.jdbc = new JdbcTemplate(Objects.requireNonNull(jdbc.getDataSource()));
        this.jdbc.setFetchSize(FETCH);
        this.sets = sets;
    }

    /** Every trial of the people in the slots, answered or not; none of those whose answers were imported. */
    SetFile file(SetView set) {
        List<Column> columns = new ArrayList<>();
        columns.add(Column.whole(C25Csv.PARTICIPANT, "the place of the person, 0 …"));
        columns.add(Column.whole("seed", "what the order was drawn from"));
        columns.add(Column.whole("trial", "the position, 0 …"));
        columns.addAll(C25Csv.IMAGE);
        columns.add(Column.whole("repeat_of", "the position of the first showing; empty for a first showing"));
        return new SetFile(
                "trial-orders" + SetFile.ending(set),
                "which image each person was shown at which position, and the seed it was drawn from",
                columns,
                true,
                out -> write(set, new CsvLine(out)));
    }

    private void write(SetView set, CsvLine line) throws IOException {
        try {
            jdbc.query(
                    TRIALS,
                    row -> {
                        try {
                            line.add(row.getInt("number"))
                                    .add(row.getLong("seed"))
                                    .add(row.getInt("position"))
                                    .add(row.getLong("source_index"))
                                    .add(row.getString("filename"))
                                    .add(LongCsv.whole(row, "repeat_of"))
                                    .end();
                        } catch (IOException e) {
                            throw new UncheckedIOException(e);
                        }
                    },
                    set.id());
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    SetFile labels(SetView set) {
        List<Column> columns = new ArrayList<>(C25Csv.IMAGE);
        columns.add(Column.whole("expression", "AffectNet's own code 0 … 10, not C25's"));
        columns.add(Column.number("valence", "AffectNet's own, −1 … 1, or −2 where undefined"));
        columns.add(Column.number("arousal", "AffectNet's own, −1 … 1, or −2 where undefined"));
        return new SetFile(
                "affectnet-labels" + SetFile.ending(set),
                "AffectNet's own labels, under AffectNet's licence: not to be handed on",
                columns,
                true,
                out -> {
                    CsvLine line = new CsvLine(out);
                    for (Item item : sets.items(set.id())) {
                        AffectNetLabel label = item.label();
                        line.add(item.index())
                                .add(item.filename())
                                .add(label.expression())
                                .add(label.valence())
                                .add(label.arousal())
                                .end();
                    }
                });
    }
}
