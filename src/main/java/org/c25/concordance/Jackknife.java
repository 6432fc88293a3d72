package org.c25.concordance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.c25.affect.Dimension;
import org.c25.agreement.Answers;
import org.c25.agreement.Basis;
import org.c25.agreement.Basis.Kind;
import org.c25.agreement.Estimate;

/** Computes coefficients of one dimension with their three intervals, by leaving out images and raters in turn. */
final class Jackknife {

    private final Dimension dimension;
    private final Answers answers;
    private final ImageGroups groups;

    Jackknife(Dimension dimension, Answers answers, ImageGroups groups) {
        this.dimension = dimension;
        this.answers = answers;
        this.groups = groups;
    }

    /** Returns the coefficients, those of the images that all raters answered last. */
    List<DetailedCoefficient> of(List<Measure> measures) {
        List<DetailedCoefficient> all =
                new ArrayList<>(of(ofKind(measures, Kind.SHARED), Basis.shared(answers), false));
        List<Measure> complete = ofKind(measures, Kind.COMPLETE);
        if (!complete.isEmpty()) {
            all.addAll(complete().of(complete, Basis.complete(answers), false));
        }
        return all;
    }

    private static List<Measure> ofKind(List<Measure> measures, Kind kind) {
        return measures.stream().filter(one -> one.kind() == kind).toList();
    }

    /**
     * Returns the same coefficients so that they can be subtracted from those of others: images are left out of them all,
     * also of those that have a formula.
     *
     * @param measures of images with two or more answers
     */
    List<DetailedCoefficient> toCompare(List<Measure> measures) {
        return of(measures, Basis.shared(answers), true);
    }

    /** Returns the same of the images alone that every rater answered, whoever is left out. */
    private Jackknife complete() {
        int[] images = IntStream.range(0, answers.images())
                .filter(image -> answers.raters() > 0
                        && Arrays.stream(answers.counts()[image]).sum() == answers.raters())
                .toArray();
        return new Jackknife(dimension, only(answers, images), groups.only(images));
    }

    private List<DetailedCoefficient> of(List<Measure> measures, Basis basis, boolean toCompare) {
        List<Estimate> known =
                measures.stream().map(one -> one.estimate().apply(answers)).toList();
        List<Measure> resampled = IntStream.range(0, measures.size())
                .filter(i -> toCompare || Double.isNaN(known.get(i).standardError()))
                .mapToObj(measures::get)
                .toList();
        Map<Measure, double[]> images = new HashMap<>();
        resampled.forEach(one -> images.put(one, new double[groups.count()]));
        for (int group = 0; group < groups.count() && !resampled.isEmpty(); group++) {
            put(images, withoutGroup(group), group);
        }
        Map<Measure, double[]> raters = new HashMap<>();
        measures.forEach(one -> raters.put(one, new double[answers.raters()]));
        for (int rater = 0; rater < answers.raters(); rater++) {
            put(raters, answers.without(rater), rater);
        }
        List<DetailedCoefficient> all = new ArrayList<>();
        for (int i = 0; i < measures.size(); i++) {
            Measure measure = measures.get(i);
            Replicates replicates = new Replicates(
                    known.get(i).value(),
                    images.getOrDefault(measure, new double[0]),
                    List.of(raters.getOrDefault(measure, new double[0])));
            all.add(DetailedCoefficient.of(dimension, measure, basis, replicates, known.get(i)));
        }
        return all;
    }

    private static void put(Map<Measure, double[]> replicates, Answers part, int at) {
        replicates.forEach((measure, values) -> values[at] = measure.value().applyAsDouble(part));
    }

    /** Returns the same raters, who are the same also if one of them has answered no other image. */
    private Answers withoutGroup(int group) {
        return answers.withoutImages(image -> groups.of()[image] == group);
    }

    /** Returns the answers to some images, in their order. */
    static Answers only(Answers answers, int[] images) {
        byte[][] some = new byte[answers.raters()][images.length];
        for (int rater = 0; rater < some.length; rater++) {
            for (int i = 0; i < images.length; i++) {
                some[rater][i] = answers.of(rater)[images[i]];
            }
        }
        return Answers.of(answers.categories(), images.length, some);
    }
}
