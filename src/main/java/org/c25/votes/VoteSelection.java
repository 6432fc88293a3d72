package org.c25.votes;

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
import org.c25.affectnet.Exclusions;
import org.c25.sampling.Ranking;
import org.c25.sampling.SeededRank;

/**
 * A choice of images about which people disagree, those with the greatest disagreement in each class.
 *
 * @param chosen the chosen images in blocks in alphabetical order of the class, file names in byte order inside a block
 * @param missing by how many each class falls short; only classes that do
 * @param unranked how many images of the wanted classes have votes of too few people
 * @param clashing how many images were skipped because a better one of another set has their index or file name
 */
public record VoteSelection(List<Chosen> chosen, Map<Expression, Integer> missing, int unranked, int clashing) {

    private static final Comparator<Ranked> CHANCE = ((Comparator<Ranked>)
                    (one, other) -> Long.compareUnsigned(one.rank, other.rank))
            .thenComparingLong(one -> one.chosen.image().set())
            .thenComparingInt(one -> one.chosen.image().position());

    private static final Comparator<Chosen> ORDER = Comparator.comparing(
                    (Chosen one) -> one.expression().english())
            .thenComparing(one -> one.image().filename().getBytes(StandardCharsets.UTF_8), Arrays::compareUnsigned);

    public VoteSelection {
        chosen = List.copyOf(chosen);
        missing = Map.copyOf(missing);
    }

    /**
     * A chosen image.
     *
     * @param score how much people disagree about it, by the set's rule
     */
    public record Chosen(RatedImage image, Expression expression, double score) {}

    private record Ranked(Chosen chosen, long rank) {}

    /**
     * Returns the best images of each class. The same images, criteria and exclusions give the same choice, in whatever
     * order they come.
     *
     * @param images the images of all the sets; one that is in several counts with the votes of the set in which it has
     *     the most
     */
    public static VoteSelection of(VoteCriteria criteria, List<RatedImage> images, Exclusions exclusions) {
        SeededRank rank = new SeededRank(criteria.seed());
        List<Ranked> ranked = new ArrayList<>();
        int unranked = 0;
        for (RatedImage image : once(images)) {
            Expression own = image.expression().orElse(null);
            if (exclusions.hold(image.index(), image.filename())
                    || own != null && !criteria.classes().contains(own)) {
                continue;
            }
            OptionalDouble score = criteria.rule().score(image.votes(), criteria.minimumVotes());
            if (own == null || score.isEmpty()) {
                unranked++;
            } else {
                ranked.add(new Ranked(new Chosen(image, own, score.getAsDouble()), rank.of(image.index())));
            }
        }
        return best(criteria, Ranking.of(ranked, one -> one.chosen.score(), CHANCE), unranked);
    }

    private static Iterable<RatedImage> once(List<RatedImage> images) {
        Comparator<RatedImage> mostVotes = Comparator.comparingInt(
                        (RatedImage image) -> -image.votes().expressions().answers())
                .thenComparingLong(RatedImage::set)
                .thenComparingInt(RatedImage::position);
        Map<String, RatedImage> byHash = new HashMap<>();
        for (RatedImage image : images) {
            byHash.merge(image.hash(), image, (one, other) -> mostVotes.compare(one, other) <= 0 ? one : other);
        }
        return byHash.values();
    }

    private static VoteSelection best(VoteCriteria criteria, List<Ranked> ranked, int unranked) {
        Map<Expression, Integer> missing = new EnumMap<>(Expression.class);
        criteria.classes().forEach(one -> missing.put(one, criteria.perClass()));
        List<Chosen> chosen = new ArrayList<>();
        Set<Long> indexes = new HashSet<>();
        Set<String> filenames = new HashSet<>();
        int clashing = 0;
        for (Ranked one : ranked) {
            RatedImage image = one.chosen.image();
            Expression own = one.chosen.expression();
            if (missing.getOrDefault(own, 0) == 0) {
                continue;
            }
            if (indexes.contains(image.index()) || filenames.contains(image.filename())) {
                clashing++;
                continue;
            }
            indexes.add(image.index());
            filenames.add(image.filename());
            chosen.add(one.chosen);
            missing.merge(own, -1, Integer::sum);
        }
        chosen.sort(ORDER);
        missing.values().removeIf(count -> count == 0);
        return new VoteSelection(chosen, missing, unranked, clashing);
    }
}
