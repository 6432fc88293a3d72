package org.c25.concordance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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
        List<DetailedCoefficient> all = new ArrayList<>();
        List<Measure> shared =
                measures.stream().filter(one -> one.kind() == Kind.SHARED).toList();
        List<Measure> complete =
                measures.stream().filter(one -> one.kind() == Kind.COMPLETE).toList();
        all.addAll(of(shared, Basis.shared(answers)));
        if (!complete.isEmpty()) {
            all.addAll(complete().of(complete, Basis.complete(answers)));
        }
        return all;
    }

    /** Returns the same of the images alone that every rater answered, whoever is left out. */
    private Jackknife complete() {
        int[] images = IntStream.range(0, answers.images())
                .filter(image -> answers.raters() > 0
                        && Arrays.stream(answers.counts()[image]).sum() == answers.raters())
                .toArray();
        return new Jackknife(dimension, only(answers, images), groups.only(images));
    }

    private List<DetailedCoefficient> of(List<Measure> measures, Basis basis) {
        double[][] images = new double[measures.size()][groups.count()];
        double[][] raters = new double[measures.size()][answers.raters()];
        for (int group = 0; group < groups.count(); group++) {
            put(measures, withoutGroup(group), images, group);
        }
        for (int rater = 0; rater < answers.raters(); rater++) {
            put(measures, withoutRater(rater), raters, rater);
        }
        List<DetailedCoefficient> all = new ArrayList<>();
        for (int i = 0; i < images.length; i++) {
            Measure measure = measures.get(i);
            Estimate known = measure.estimate().apply(answers);
            all.add(DetailedCoefficient.of(
                    dimension, measure, basis, new Replicates(known.value(), images[i], List.of(raters[i])), known));
        }
        return all;
    }

    private static void put(List<Measure> measures, Answers part, double[][] replicates, int at) {
        for (int i = 0; i < replicates.length; i++) {
            replicates[i][at] = measures.get(i).value().applyAsDouble(part);
        }
    }

    private Answers withoutGroup(int group) {
        byte[][] left = new byte[answers.raters()][];
        for (int rater = 0; rater < left.length; rater++) {
            left[rater] = answers.of(rater).clone();
            for (int image = 0; image < left[rater].length; image++) {
                if (groups.of()[image] == group) {
                    left[rater][image] = -1;
                }
            }
        }
        return Answers.of(answers.categories(), answers.images(), left);
    }

    private Answers withoutRater(int out) {
        return Answers.of(
                answers.categories(),
                answers.images(),
                IntStream.range(0, answers.raters())
                        .filter(rater -> rater != out)
                        .mapToObj(answers::of)
                        .toArray(byte[][]::new));
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
