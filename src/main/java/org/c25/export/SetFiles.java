package org.c25.export;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.c25.annotation.FirstAnswers;
import org.c25.common.CsvLine;
import org.c25.ratings.RatingMatrix;
import org.c25.ratings.RatingReader;
import org.c25.ratings.RatingSlotReader;
import org.c25.sets.SetView;
import org.springframework.stereotype.Component;

/** The files of a set, by name. Another format needs another line here and a class of its own. */
@Component
public class SetFiles {

    static final List<C25Dimension> DIMENSIONS =
            List.of(C25Dimension.EXPRESSION, C25Dimension.VALENCE, C25Dimension.AROUSAL);

    private final RatingMatrix matrix;
    private final RatingSlotReader ratingSlots;
    private final RatingReader ratings;
    private final FirstAnswers first;
    private final RaterFiles raterFiles;
    private final RaterModelFiles modelFiles;

    SetFiles(
            RatingMatrix matrix,
            RatingSlotReader ratingSlots,
            RatingReader ratings,
            FirstAnswers first,
            RaterFiles raterFiles,
            RaterModelFiles modelFiles) {
        this.matrix = matrix;
        this.ratingSlots = ratingSlots;
        this.ratings = ratings;
        this.first = first;
        this.raterFiles = raterFiles;
        this.modelFiles = modelFiles;
    }

    /** Returns the three files that make a C25 set; all the others tell the same answers in other shapes. */
    public List<SetFile> c25(SetView set) {
        List<SetFile> files = new ArrayList<>();
        for (C25Dimension dimension : DIMENSIONS) {
            files.add(rows(
                    dimension.filename(set),
                    "a row an image, a column a participant: " + word(dimension),
                    C25Csv.columns(dimension, set),
                    set,
                    out -> new C25Csv(dimension, out)));
        }
        return files;
    }

    public List<SetFile> others(SetView set) {
        String ending = SetFile.ending(set);
        List<SetFile> files = new ArrayList<>();
        files.add(rows(
                "majority-vote" + ending,
                "the most frequent answer of each image, with its votes and a mark for ties",
                MajorityVoteCsv.columns(),
                set,
                MajorityVoteCsv::new));
        files.add(rows(
                "soft-labels" + ending,
                "of each image the share of the votes for each expression, entropy, mean and standard deviation",
                SoftLabelsCsv.columns(),
                set,
                SoftLabelsCsv::new));
        files.add(new SetFile(
                "long" + ending,
                "a row an answer, repeats too, with times and how it was given: for pandas and R",
                LongCsv.columns(),
                true,
                out -> raterFiles.write(set, new LongCsv(set, ratings, first), out)));
        files.add(new SetFile(
                "repeats" + ending,
                "a row an image that somebody saw twice, with both answers",
                RepeatsCsv.columns(),
                true,
                out -> raterFiles.write(set, new RepeatsCsv(ratings), out)));
        files.add(new SetFile(
                "words" + ending,
                "a row a participant: in which languages they saw labels and instructions",
                WordsCsv.columns(),
                true,
                out -> raterFiles.write(set, (rater, items, line) -> WordsCsv.write(rater, line), out)));
        for (C25Dimension dimension : DIMENSIONS) {
            List<Column> answers = C25Csv.columns(dimension, set);
            files.add(new SetFile(
                    "crowd-vote_" + word(dimension) + ending,
                    "the matrix of answers for CrowdLayer: numbers alone, images × participants",
                    answers.subList(C25Csv.IMAGE.size(), answers.size()),
                    false,
                    CrowdVoteCsv.missing(dimension),
                    out -> write(set, new CrowdVoteCsv(dimension, out))));
        }
        for (C25Dimension dimension : DIMENSIONS) {
            files.add(crowdKit(set, dimension));
        }
        if (set.portions() != null) {
            files.add(new SetFile(
                    "rating-slots" + ending,
                    "who has which rating slot of each image, by the slots of the long file",
                    RatingSlotsCsv.columns(set),
                    true,
                    out -> RatingSlotsCsv.write(set, ratingSlots, new CsvLine(out))));
        }
        files.addAll(modelFiles.of(set));
        return files;
    }

    /** A row an answer. Where the images are shared out, a column of the matrix is nobody: then they come one person after another. */
    private SetFile crowdKit(SetView set, C25Dimension dimension) {
        String name = "crowd-kit_" + word(dimension) + SetFile.ending(set);
        String about = "task, worker, label: for crowd-kit";
        List<Column> columns = CrowdKitCsv.columns(dimension);
        return set.portions() == null
                ? rows(name, about, columns, set, out -> new CrowdKitCsv(dimension, out))
                : new SetFile(
                        name,
                        about,
                        columns,
                        true,
                        out -> raterFiles.write(set, CrowdKitCsv.byPerson(dimension, ratings), out));
    }

    /** Returns the ending of every file's name, such as {@code _set1_C25.csv}. */
    public static String ending(SetView set) {
        return SetFile.ending(set);
    }

    List<SetFile> all(SetView set) {
        List<SetFile> files = new ArrayList<>(c25(set));
        files.addAll(others(set));
        return files;
    }

    static String word(C25Dimension dimension) {
        return dimension.name().toLowerCase(Locale.ROOT);
    }

    private SetFile rows(
            String name, String about, List<Column> columns, SetView set, Function<Appendable, RowFormat> format) {
        return new SetFile(name, about, columns, true, out -> write(set, format.apply(out)));
    }

    private void write(SetView set, RowFormat format) throws IOException {
        try {
            matrix.forEachRow(set, (item, cells) -> {
                try {
                    format.row(item, cells);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
