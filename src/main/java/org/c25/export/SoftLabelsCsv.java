package org.c25.export;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.c25.affect.Expression;
import org.c25.agreement.ImageVotes;
import org.c25.common.CsvLine;
import org.c25.ratings.RatingMatrix;
import org.c25.sets.Item;
import org.jspecify.annotations.Nullable;

/**
 * Soft labels, for the training of models: one row per image, with the share of the votes for each expression, their
 * entropy in nats, and mean and sample standard deviation of valence and arousal, −1 … 1.
 */
final class SoftLabelsCsv implements RowFormat {

    private final CsvLine line;

    SoftLabelsCsv(Appendable out) {
        this.line = new CsvLine(out);
    }

    static List<Column> columns() {
        List<Column> columns = new ArrayList<>(C25Csv.IMAGE);
        columns.add(Column.whole("answers", "how many chose an expression"));
        for (Expression expression : Expression.all()) {
            columns.add(Column.number(expression.english(), "the share of the votes for it, 0 … 1"));
        }
        columns.add(Column.number("entropy", "−Σ p ln p over these shares, in nats"));
        for (String scale : List.of("valence", "arousal")) {
            columns.add(Column.number(scale + "_mean", "the mean, −1 … 1"));
            columns.add(Column.number(scale + "_sd", "the sample standard deviation (n − 1)"));
        }
        return columns;
    }

    @Override
    public void row(Item item, RatingMatrix.@Nullable Cell[] cells) throws IOException {
        ImageVotes votes = C25Dimension.EXPRESSION.votes(cells);
        line.add(item.index()).add(item.filename()).add(votes.answers());
        for (Expression expression : Expression.all()) {
            line.add((double) votes.votes(expression.code()) / votes.answers());
        }
        line.add(votes.entropy());
        addMoments(C25Dimension.VALENCE.votes(cells));
        addMoments(C25Dimension.AROUSAL.votes(cells));
        line.end();
    }

    /**
     * Adds mean and standard deviation to the line. They are computed from whole steps, so that the sums are exact:
     * step k stands for (k − 5) / 4.
     */
    private void addMoments(ImageVotes votes) throws IOException {
        long n = 0;
        long sum = 0;
        long squares = 0;
        for (int distance = -4; distance <= 4; distance++) {
            long count = votes.votes(distance + 4);
            n += count;
            sum += distance * count;
            squares += distance * distance * count;
        }
        line.add(n == 0 ? null : sum / (4.0 * n));
        line.add(n < 2 ? null : Math.sqrt((n * squares - sum * sum) / (16.0 * n * (n - 1))));
    }
}
