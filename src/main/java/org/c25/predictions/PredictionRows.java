package org.c25.predictions;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.c25.affect.Dimension;
import org.c25.affect.Expression;
import org.c25.sets.Item;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of predictions. A prediction counts as long as its item shows the picture for which it was made. */
@Component
class PredictionRows {

    private static final int BATCH = 1000;

    private static final List<String> COLUMNS = Stream.concat(
                    Stream.of(
                            "model_id",
                            "item_id",
                            "image_hash",
                            "expression",
                            "valence",
                            "arousal",
                            "valence_clamped",
                            "arousal_clamped",
                            "trained_on"),
                    Expression.all().stream().map(PredictionRows::score))
            .toList();

    private static final String INSERT = "insert into model_prediction (" + String.join(", ", COLUMNS) + ") values ("
            + COLUMNS.stream().map(column -> "?").collect(Collectors.joining(", ")) + ")";

    private final JdbcTemplate batch;
    private final JdbcClient jdbc;

    PredictionRows(JdbcTemplate batch, JdbcClient jdbc) {
        this.batch = batch;
        this.jdbc = jdbc;
    }

    /** Returns the column of an expression's score. */
    private static String score(Expression expression) {
        return "score_" + expression.english();
    }

    void insert(long model, List<ImagePrediction> predictions) {
        batch.batchUpdate(INSERT, predictions, BATCH, (row, one) -> fill(row, model, one));
    }

    private static void fill(PreparedStatement row, long model, ImagePrediction one) throws SQLException {
        Expression expression = one.expression();
        row.setLong(1, model);
        row.setLong(2, one.item().id());
        row.setObject(3, one.item().imageHash(), Types.VARCHAR);
        row.setObject(4, expression == null ? null : expression.code(), Types.SMALLINT);
        row.setObject(5, one.valence(), Types.DOUBLE);
        row.setObject(6, one.arousal(), Types.DOUBLE);
        row.setBoolean(7, one.clamped().contains(Dimension.VALENCE));
        row.setBoolean(8, one.clamped().contains(Dimension.AROUSAL));
        row.setBoolean(9, one.trainedOn());
        int column = 10;
        for (Expression each : Expression.all()) {
            row.setObject(column++, one.scores().get(each), Types.DOUBLE);
        }
    }

    /**
     * Returns what a model says of each image, in the set's order. It says nothing of a picture that was replaced
     * since.
     *
     * @param items all items of the set, in its order
     */
    ModelPredictions of(long model, List<Item> items) {
        Map<Long, Item> byId = items.stream().collect(Collectors.toMap(Item::id, Function.identity()));
        List<ImagePrediction> each = new ArrayList<>();
        jdbc.sql("select * from model_prediction where model_id = ?")
                .param(model)
                .query(row -> {
                    Item item = byId.get(row.getLong("item_id"));
                    if (item != null && Objects.equals(item.imageHash(), row.getString("image_hash"))) {
                        each.add(prediction(row, item));
                    }
                });
        each.sort(Comparator.comparingInt(one -> one.item().position()));
        return new ModelPredictions(each, items.size());
    }

    private static ImagePrediction prediction(ResultSet row, Item item) throws SQLException {
        @Nullable Integer code = row.getObject("expression", Integer.class);
        Map<Expression, Double> scores = new EnumMap<>(Expression.class);
        for (Expression expression : Expression.all()) {
            @Nullable Double score = row.getObject(score(expression), Double.class);
            if (score != null) {
                scores.put(expression, score);
            }
        }
        return new ImagePrediction(
                item,
                code == null ? null : Expression.ofCode(code).orElse(null),
                row.getObject("valence", Double.class),
                row.getObject("arousal", Double.class),
                scores,
                clamped(row),
                row.getBoolean("trained_on"));
    }

    private static Set<Dimension> clamped(ResultSet row) throws SQLException {
        Set<Dimension> clamped = EnumSet.noneOf(Dimension.class);
        for (Dimension scale : PredictionsFile.SCALES) {
            if (row.getBoolean(scale.field() + "_clamped")) {
                clamped.add(scale);
            }
        }
        return clamped;
    }
}
