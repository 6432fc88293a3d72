package org.c25.reports;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.c25.affect.Dimension;
import org.c25.affect.Expression;
import org.c25.affect.Step;
import org.c25.agreement.AgreementStatistics;
import org.c25.agreement.ImageVotes;
import org.c25.agreement.VoteSummary;
import org.c25.common.Numbers;
import org.c25.crowd.DawidSkene;
import org.c25.figures.FigureTable;
import org.c25.figures.FigureText;
import org.c25.figures.SelectedSet;
import org.c25.sets.Item;
import org.jspecify.annotations.Nullable;

/**
 * A table of the majority vote of every image beside the label that Dawid and Skene's model estimates.
 *
 * @param images the selected images, in the order of the set
 */
record MajorityTable(List<Voted> images, int iterations, boolean converged, double logLikelihood) {

    /**
     * One image of the table.
     *
     * @param label the estimated label; like the majority, null if nobody answered
     * @param confidence the label's probability
     */
    record Voted(
            Item item,
            ImageVotes votes,
            ImageVotes valence,
            ImageVotes arousal,
            @Nullable Expression majority,
            @Nullable Expression label,
            double confidence,
            double[] posterior) {

        public boolean differs() {
            return majority != label;
        }

        public String majorityWords() {
            return majority == null ? "–" : FigureText.of(majority);
        }

        public String votesWords() {
            return votes.score() + " of " + votes.answers() + (votes.isTied() ? ", tied" : "");
        }

        public String labelWords() {
            return label == null ? "–" : FigureText.of(label);
        }

        public String confidenceWords() {
            return Numbers.coefficient(confidence);
        }
    }

    static MajorityTable of(SelectedSet view, List<Item> items) {
        DawidSkene estimate = view.results().dawidSkene();
        List<ImageVotes> votes = ImageVotes.of(view.results().ratings(), Dimension.EXPRESSION);
        List<ImageVotes> valences = ImageVotes.of(view.results().ratings(), Dimension.VALENCE);
        List<ImageVotes> arousals = ImageVotes.of(view.results().ratings(), Dimension.AROUSAL);
        List<Voted> images = new ArrayList<>();
        for (int image = 0; image < votes.size(); image++) {
            DawidSkene.Image one = estimate.images().get(image);
            images.add(new Voted(
                    items.get(view.results().position(image)),
                    votes.get(image),
                    valences.get(image),
                    arousals.get(image),
                    expression(votes.get(image).majority().orElse(-1)),
                    expression(one.label().orElse(-1)),
                    one.confidence(),
                    one.posterior()));
        }
        List<Double> likelihoods = estimate.logLikelihoods();
        return new MajorityTable(
                images,
                estimate.iterations(),
                estimate.converged(),
                likelihoods.isEmpty() ? Double.NaN : likelihoods.get(likelihoods.size() - 1));
    }

    private static @Nullable Expression expression(int code) {
        return Expression.ofCode(code).orElse(null);
    }

    public List<Voted> differing() {
        return images.stream().filter(Voted::differs).toList();
    }

    public long tied() {
        return images.stream().filter(image -> image.votes().isTied()).count();
    }

    public String logLikelihoodWords() {
        return Numbers.decimals(logLikelihood, 1);
    }

    /** Returns the table as a file has it, a row an image, with the votes and the posterior of each expression. */
    FigureTable table() {
        List<String> columns = new ArrayList<>(List.of(
                "index",
                "filename",
                "answers",
                "majority",
                "majority_label",
                "votes",
                "share",
                "tied",
                "entropy",
                "dawid_skene",
                "dawid_skene_label",
                "confidence",
                "differs"));
        Expression.all().forEach(expression -> columns.add("votes_" + FigureText.of(expression)));
        Expression.all().forEach(expression -> columns.add("posterior_" + FigureText.of(expression)));
        for (String scale : List.of("valence", "arousal")) {
            for (String figure :
                    List.of("majority", "compare_m", "score_p", "score_m", "score_pm", "share", "tied", "entropy")) {
                columns.add(scale + "_" + figure);
            }
        }
        FigureTable table = new FigureTable(columns.toArray(String[]::new));
        for (Voted image : images) {
            ImageVotes votes = image.votes();
            List<@Nullable Object> row = new ArrayList<>(Arrays.asList(
                    image.item().index(),
                    image.item().filename(),
                    votes.answers(),
                    image.majority() == null ? null : image.majority().code(),
                    image.majority() == null ? null : FigureText.of(image.majority()),
                    votes.score(),
                    votes.share(),
                    votes.isTied() ? 1 : 0,
                    votes.entropy(),
                    image.label() == null ? null : image.label().code(),
                    image.label() == null ? null : FigureText.of(image.label()),
                    image.confidence(),
                    image.differs() ? 1 : 0));
            for (int code = 0; code < Expression.all().size(); code++) {
                row.add(votes.votes(code));
            }
            for (double probability : image.posterior()) {
                row.add(probability);
            }
            addScale(row, image.valence());
            addScale(row, image.arousal());
            table.row(row.toArray());
        }
        return table;
    }

    private static void addScale(List<@Nullable Object> row, ImageVotes votes) {
        row.add(votes.majority().isEmpty() ? null : (votes.majority().getAsInt() + Step.LEAST - Step.MIDDLE) / 4.0);
        row.add(votes.score());
        row.add(votes.scoreP());
        row.add(votes.scoreM());
        row.add(votes.scorePM());
        row.add(votes.share());
        row.add(votes.isTied() ? 1 : 0);
        row.add(votes.entropy());
    }

    /** One line of the table of all three dimensions; – if a figure exists for scales alone. */
    record Summary(
            String dimension, int ties, String score, String scoreP, String scoreM, String scorePM, String entropy) {}

    /** Returns how the votes of a set were spread, by dimension. */
    static List<Summary> summaries(AgreementStatistics statistics) {
        return List.of(
                summary("Expression", statistics.expression().votes(), false),
                summary("Valence", statistics.valence().votes(), true),
                summary("Arousal", statistics.arousal().votes(), true));
    }

    private static Summary summary(String dimension, VoteSummary votes, boolean scale) {
        return new Summary(
                dimension,
                votes.ties(),
                Numbers.decimals(votes.meanScore(), 2),
                scale ? Numbers.decimals(votes.meanScoreP(), 2) : "–",
                scale ? Numbers.decimals(votes.meanScoreM(), 2) : "–",
                scale ? Numbers.decimals(votes.meanScorePM(), 2) : "–",
                Numbers.coefficient(votes.meanVoteEntropy()));
    }
}
