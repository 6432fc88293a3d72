package org.c25.affectnet;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import org.c25.affect.Expression;
import org.c25.affectnet.ChosenImages.Chosen;
import org.c25.common.CsvText;
import org.c25.common.Problem;
import org.c25.images.FaceBox;
import org.c25.sampling.Ranking;
import org.c25.sampling.SeededRank;
import org.jspecify.annotations.Nullable;

/**
 * Chooses the images of a set from those that may be in it. First it is given each row of Training.csv, then, for a set
 * of confusing images, the models' predictions. The order of the rows and of the predictions changes nothing.
 */
public final class Candidates {

    private static final Comparator<Candidate> CHANCE = ((Comparator<Candidate>)
                    (one, other) -> Long.compareUnsigned(one.rank, other.rank))
            .thenComparingInt(c -> c.row.index());

    private static final Comparator<Chosen> ORDER = Comparator.comparing(
                    (Chosen one) -> one.row().asExpression().orElseThrow().english())
            .thenComparing(one -> one.row().filename().getBytes(StandardCharsets.UTF_8), Arrays::compareUnsigned);

    private final SelectionCriteria criteria;
    private final Exclusions exclusions;
    private final SeededRank rank;
    private final boolean wholePictures;
    private final List<Candidate> candidates = new ArrayList<>();
    private final Map<Integer, Candidate> byIndex = new HashMap<>();
    private final Map<String, List<Candidate>> byFilename = new HashMap<>();

    private int ofClasses;
    private int withoutBox;
    private int small;

    public Candidates(SelectionCriteria criteria, Exclusions exclusions) {
        this(criteria, exclusions, false);
    }

    /** @param wholePictures whether the whole picture is the face, so that none needs a box */
    public Candidates(SelectionCriteria criteria, Exclusions exclusions, boolean wholePictures) {
        this.wholePictures = wholePictures;
        this.criteria = criteria;
        this.exclusions = exclusions;
        this.rank = new SeededRank(criteria.seed());
    }

    /**
     * Keeps the row if it may be in the set. A row without a face box may only if the whole picture is the face; one that
     * AffectNet labels none, uncertain or no face never may.
     */
    public void offer(TrainingRow row) {
        if (row.asExpression().filter(criteria.classes()::contains).isEmpty()) {
            return;
        }
        ofClasses++;
        FaceBox box = row.box();
        if (box == null && !wholePictures) {
            withoutBox++;
        } else if (box != null && box.shorterSide() < criteria.minimumFace()) {
            small++;
        } else if (!exclusions.hold(row)) {
            candidates.add(new Candidate(row, rank.of(row.index())));
        }
    }

    /** Returns why no image is left to choose from. */
    Problem nothingLeft() {
        if (ofClasses == 0) {
            return Problem.invalid("classes", "no row of Training.csv has one of these classes");
        }
        if (withoutBox == ofClasses) {
            return Problem.invalid(
                    "training", "has no face box in any row of these classes; choose to take the whole picture");
        }
        if (candidates.isEmpty() && small > 0 && small + withoutBox == ofClasses) {
            return Problem.invalid(
                    "minimumFace", "every face box is smaller than " + criteria.minimumFace() + " pixels");
        }
        return candidates.isEmpty()
                ? Problem.invalid(
                        "excludeSets", "no image is left to choose from: all are in the sets that are left out")
                : Problem.invalid("predictions", "say too little of every image that may be in the set");
    }

    /**
     * Takes what the models say of an image, and ranks the image by it. Images that are not candidates are skipped.
     *
     * @return what is wrong with the prediction; null if nothing is
     */
    @Nullable
    String take(ModelVotes prediction) {
        for (Candidate candidate : meant(prediction)) {
            if (prediction.filename() != null
                    && !CsvText.clean(candidate.row.filename()).equals(prediction.filename())) {
                return "is " + candidate.row.filename() + " in Training.csv; indexes count its rows from 0";
            }
            if (candidate.predicted) {
                return "has predictions in an earlier line";
            }
            candidate.predicted = true;
            OptionalDouble score = criteria.rule().score(candidate.row, prediction.votes());
            candidate.score = score.orElse(Double.NaN);
        }
        return null;
    }

    /**
     * Returns the candidates that a prediction is about: one at most by its index, but perhaps several by its file
     * name, since a file can stand in Training.csv more than once.
     */
    private List<Candidate> meant(ModelVotes prediction) {
        Integer index = prediction.index();
        if (index != null) {
            if (byIndex.isEmpty()) {
                candidates.forEach(candidate -> byIndex.put(candidate.row.index(), candidate));
            }
            Candidate found = byIndex.get(index);
            return found == null ? List.of() : List.of(found);
        }
        if (byFilename.isEmpty()) {
            candidates.forEach(candidate -> byFilename
                    .computeIfAbsent(CsvText.clean(candidate.row.filename()), name -> new ArrayList<>(1))
                    .add(candidate));
        }
        return byFilename.getOrDefault(prediction.filename(), List.of());
    }

    /**
     * Chooses the best images of each class. No file is chosen twice, even if it stands in Training.csv more than once.
     */
    public ChosenImages choose() {
        return choose(Set.of());
    }

    /** @param leftOut the indexes of images that turned out to be unfit */
    ChosenImages choose(Set<Integer> leftOut) {
        boolean byChance = criteria.rule() == SelectionRule.RANDOM;
        List<Candidate> ranked = Ranking.of(
                candidates.stream()
                        .filter(candidate -> byChance || !Double.isNaN(candidate.score))
                        .toList(),
                candidate -> byChance ? 0 : candidate.score,
                CHANCE);
        Map<Expression, Integer> missing = new EnumMap<>(Expression.class);
        criteria.classes().forEach(one -> missing.put(one, criteria.perClass()));
        List<Chosen> chosen = new ArrayList<>();
        Set<String> files = new HashSet<>();
        for (Candidate candidate : ranked) {
            Expression own = candidate.row.asExpression().orElseThrow();
            if (missing.getOrDefault(own, 0) > 0
                    && !leftOut.contains(candidate.row.index())
                    && files.add(candidate.row.filename())) {
                chosen.add(new Chosen(candidate.row, byChance ? null : candidate.score));
                missing.merge(own, -1, Integer::sum);
            }
        }
        chosen.sort(ORDER);
        missing.values().removeIf(count -> count == 0);
        return new ChosenImages(chosen, missing, candidates.size() - ranked.size());
    }

    private static final class Candidate {

        private final TrainingRow row;
        private final long rank;
        private double score = Double.NaN;
        private boolean predicted;

        private Candidate(TrainingRow row, long rank) {
            this.row = row;
            this.rank = rank;
        }
    }
}
