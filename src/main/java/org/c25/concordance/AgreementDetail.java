package org.c25.concordance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.c25.affect.Dimension;
import org.c25.affect.Expression;
import org.c25.agreement.Answers;
import org.c25.agreement.Basis;
import org.c25.ratings.Ratings;

/**
 * Computes the agreement of a set in detail: all coefficients, each expression against the rest, each class of images,
 * and each group of raters, with intervals over images, over raters and over both. Definitions and sources are in
 * docs/statistics.md.
 */
public final class AgreementDetail {

    private final Ratings ratings;
    private final ImageGroups groups;

    /** @param seed of the random groups of images that are left out of large sets */
    public AgreementDetail(Ratings ratings, long seed) {
        this.ratings = ratings;
        this.groups = ImageGroups.of(ratings.images(), ratings.participants(), seed);
    }

    /** Returns the coefficients of the page of results. */
    public List<DetailedCoefficient> main() {
        List<DetailedCoefficient> all = new ArrayList<>();
        for (Dimension dimension : Dimension.values()) {
            Answers answers = Answers.of(ratings, dimension);
            all.addAll(new Jackknife(dimension, answers, groups).of(Measures.main(dimension, answers.raters())));
            all.addAll(PairMeasures.main(dimension, answers, groups));
        }
        return all;
    }

    /** Returns the coefficients that papers ask for beside those of the page of results. */
    public List<DetailedCoefficient> further() {
        List<DetailedCoefficient> all = new ArrayList<>();
        for (Dimension dimension : Dimension.values()) {
            Answers answers = Answers.of(ratings, dimension);
            all.addAll(new Jackknife(dimension, answers, groups).of(Measures.further(dimension, answers.raters())));
            all.addAll(PairMeasures.further(dimension, answers, groups));
        }
        return all;
    }

    /** Returns, for each of the eight expressions, how far the raters agree on whether an image shows it. */
    public List<PartAgreement> categories() {
        Answers answers = Answers.of(ratings, Dimension.EXPRESSION);
        return Expression.all().stream()
                .map(expression -> category(answers, expression))
                .toList();
    }

    PartAgreement category(Answers answers, Expression expression) {
        Answers two = whether(answers, expression);
        int times = Arrays.stream(two.counts()).mapToInt(counts -> counts[1]).sum();
        return new PartAgreement(
                name(expression),
                answers.images(),
                answers.raters(),
                times,
                times == 0 ? "nobody chose it" : "",
                times == 0 ? List.of() : new Jackknife(Dimension.EXPRESSION, two, groups).of(Measures.OF_CATEGORY));
    }

    /** Returns whether each answer is the expression: 1 or 0. */
    static Answers whether(Answers answers, Expression expression) {
        byte[][] whether = new byte[answers.raters()][answers.images()];
        for (int rater = 0; rater < whether.length; rater++) {
            for (int image = 0; image < whether[rater].length; image++) {
                byte given = answers.of(rater)[image];
                whether[rater][image] = (byte) (given < 0 ? given : given == expression.code() ? 1 : 0);
            }
        }
        return Answers.of(2, answers.images(), whether);
    }

    /**
     * Returns how far the raters agree on the images of each class.
     *
     * @param classOf the class of each image as a C25 code, 0 … 7; −1 for none
     */
    public List<PartAgreement> classes(IntUnaryOperator classOf) {
        return Expression.all().stream()
                .map(expression -> ofClass(expression, classOf))
                .toList();
    }

    private PartAgreement ofClass(Expression expression, IntUnaryOperator classOf) {
        int[] images = IntStream.range(0, ratings.images())
                .filter(image -> classOf.applyAsInt(image) == expression.code())
                .toArray();
        return part(name(expression), ratings.only(images), groups.only(images), images.length);
    }

    private PartAgreement part(String name, Ratings part, ImageGroups partGroups, int images) {
        int raters = part.participants();
        Answers given = Answers.of(part, Dimension.EXPRESSION);
        int expressions =
                Arrays.stream(given.counts()).flatMapToInt(Arrays::stream).sum();
        int shared = given.sharedImages();
        String why = "";
        if (images < Basis.FEWEST) {
            why = "it takes ten images; here are " + images;
        } else if (raters < 2) {
            why = "it takes two participants; here is " + (raters == 0 ? "none" : "one");
        } else if (shared < Basis.FEWEST) {
            why = "it takes ten images that two or more of them have answered; here are " + shared;
        }
        List<DetailedCoefficient> coefficients = new ArrayList<>();
        for (Dimension dimension : why.isEmpty() ? Dimension.values() : new Dimension[0]) {
            coefficients.addAll(new Jackknife(dimension, Answers.of(part, dimension), partGroups)
                    .toCompare(Measures.ofPart(dimension)));
        }
        return new PartAgreement(name, images, raters, expressions, why, coefficients);
    }

    /** Returns how far the raters of each group agree, and how much the groups differ in it. */
    public GroupingAgreement groups(RaterGrouping grouping) {
        List<PartAgreement> parts = grouping.groups().stream()
                .map(group -> part(group, ratings.without(grouping.others(group)), groups, ratings.images()))
                .toList();
        return GroupingAgreement.of(grouping, parts);
    }

    private static String name(Expression expression) {
        return expression.name().toLowerCase(Locale.ROOT);
    }
}
