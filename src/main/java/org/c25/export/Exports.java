package org.c25.export;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.c25.accounts.Caller;
import org.c25.agreement.RatingMatrix;
import org.c25.audit.Audit;
import org.c25.sets.SetView;
import org.c25.sets.Sets;
import org.c25.web.Problem;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The files of a set, written row by row while they are read. */
@Service
class Exports {

    private final Sets sets;
    private final RatingMatrix matrix;
    private final Audit audit;

    Exports(Sets sets, RatingMatrix matrix, Audit audit) {
        this.sets = sets;
        this.matrix = matrix;
        this.audit = audit;
    }

    /** The names of the files that a set has. */
    List<String> names(SetView set) {
        return Stream.of(Dimension.values())
                .map(dimension -> dimension.filename(set))
                .toList();
    }

    /** @throws Problem 404 if the set has no such file */
    @Transactional(readOnly = true)
    public Dimension require(Caller caller, long setId, String file) {
        SetView set = sets.require(caller, setId);
        return Stream.of(Dimension.values())
                .filter(dimension -> dimension.filename(set).equals(file))
                .findFirst()
                .orElseThrow(() -> Problem.notFound("file; this set has " + String.join(", ", names(set))));
    }

    @Transactional
    public void write(Caller caller, long setId, Dimension dimension, OutputStream out) throws IOException {
        SetView set = sets.require(caller, setId);
        audit.record(caller.getUsername(), "file exported", "set " + setId, dimension.filename(set));
        BufferedWriter writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 1 << 16);
        C25Csv csv = new C25Csv(dimension, writer);
        csv.header(set.capacity());
        try {
            matrix.forEachRow(setId, set.capacity(), (item, cells) -> {
                try {
                    csv.row(item, cells);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        writer.flush();
    }
}
