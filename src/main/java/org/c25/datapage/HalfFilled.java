package org.c25.datapage;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import org.c25.affect.Dimension;
import org.c25.annotation.FirstAnswers;
import org.c25.annotation.FirstAnswers.Known;
import org.c25.common.Numbers;
import org.c25.export.SetFiles;
import org.c25.participation.Rater;
import org.c25.participation.Raters;
import org.c25.sets.SetView;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tells in words which columns of a set's files are filled for some participants only, before anybody downloads them. */
@Component
@Transactional(readOnly = true)
class HalfFilled {

    /** With more answers than this, a page would wait too long for each of them to be looked at. */
    private static final int MOST_ANSWERS = 200_000;

    private static final Map<String, ToIntFunction<Known>> ON_HOW_IT_WAS_GIVEN = new LinkedHashMap<>();

    static {
        ON_HOW_IT_WAS_GIVEN.put("response times", Known::responseTime);
        ON_HOW_IT_WAS_GIVEN.put("times of the single choices", Known::choiceTimes);
        ON_HOW_IT_WAS_GIVEN.put("input device", Known::device);
        ON_HOW_IT_WAS_GIVEN.put("window size", Known::window);
        ON_HOW_IT_WAS_GIVEN.put("dimming", Known::dimmed);
    }

    private final Raters raters;
    private final FirstAnswers first;

    HalfFilled(Raters raters, FirstAnswers first) {
        this.raters = raters;
        this.first = first;
    }

    /**
     * Returns sentences such as {@code 3 of 25 participants have no response times.} by the name of the file. A file
     * whose columns are filled for everybody is left out.
     */
    Map<String, List<String>> of(SetView set) {
        List<Rater> people = raters.of(set.id());
        boolean counted = people.stream().mapToInt(Rater::annotations).sum() <= MOST_ANSWERS;
        Map<Long, Known> known =
                counted ? first.known(people.stream().map(Rater::participantId).toList()) : Map.of();
        String ending = SetFiles.ending(set);
        Map<String, List<String>> sentences = new HashMap<>();
        for (Dimension dimension : Dimension.values()) {
            List<String> matrix = matrix(set, people, known, dimension);
            sentences.put(dimension.field() + ending, matrix);
            sentences.put("crowd-vote_" + dimension.field() + ending, matrix);
        }
        sentences.put("long" + ending, rows(people, known, counted));
        sentences.put("repeats" + ending, imported(people, "no image was shown twice to them"));
        sentences.values().removeIf(List::isEmpty);
        return sentences;
    }

    /** Returns what is empty in a table with a column for each slot. */
    private static List<String> matrix(SetView set, List<Rater> people, Map<Long, Known> known, Dimension dimension) {
        List<String> sentences = new ArrayList<>();
        int free = set.capacity() - people.size();
        if (free > 0 && set.portions() == null) {
            sentences.add(Numbers.whole(free) + " of " + Numbers.whole(set.capacity())
                    + (free == 1 ? " slots is free: its column is" : " slots are free: their columns are") + " empty.");
        }
        count(people, rater -> rater.answered() < rater.trials(), "not answered everything yet", sentences);
        count(people, lacking(dimension, known), "answers without " + dimension.field(), sentences);
        return sentences;
    }

    private static Predicate<Rater> lacking(Dimension dimension, Map<Long, Known> known) {
        ToIntFunction<Known> has = switch (dimension) {
            case EXPRESSION -> Known::expression;
            case VALENCE -> Known::valence;
            case AROUSAL -> Known::arousal;
        };
        return rater -> {
            Known one = known.get(rater.participantId());
            return one != null && has.applyAsInt(one) < one.answers();
        };
    }

    /** Returns what is empty in a table with a row for each answer. */
    private static List<String> rows(List<Rater> people, Map<Long, Known> known, boolean counted) {
        List<String> sentences = new ArrayList<>(imported(people, "trial, times and how they were given are empty"));
        if (!counted) {
            sentences.add("The set has so many answers that half-filled columns are not counted here.");
            return sentences;
        }
        for (Dimension dimension : Dimension.values()) {
            count(people, lacking(dimension, known), "answers without " + dimension.field(), sentences);
        }
        Map<List<Rater>, List<String>> without = new LinkedHashMap<>();
        Map<List<Rater>, List<String>> partly = new LinkedHashMap<>();
        ON_HOW_IT_WAS_GIVEN.forEach((what, has) -> {
            group(without, what, people, known, one -> has.applyAsInt(one) == 0);
            group(partly, what, people, known, one -> has.applyAsInt(one) > 0 && has.applyAsInt(one) < one.answers());
        });
        without.forEach((who, what) -> count(people, who::contains, "no " + listed(what, "or"), sentences));
        partly.forEach(
                (who, what) -> count(people, who::contains, listed(what, "and") + " for some answers only", sentences));
        return sentences;
    }

    /** Puts what these people lack beside what the very same people lack. */
    private static void group(
            Map<List<Rater>, List<String>> groups,
            String what,
            List<Rater> people,
            Map<Long, Known> known,
            Predicate<Known> lacking) {
        List<Rater> who = people.stream()
                .filter(rater -> !rater.isImported())
                .filter(rater -> {
                    Known one = known.get(rater.participantId());
                    return one != null && lacking.test(one);
                })
                .toList();
        if (!who.isEmpty()) {
            groups.computeIfAbsent(who, key -> new ArrayList<>()).add(what);
        }
    }

    private static List<String> imported(List<Rater> people, String so) {
        List<String> sentences = new ArrayList<>();
        count(people, Rater::isImported, "imported answers: " + so, sentences);
        return sentences;
    }

    /** Adds a sentence such as {@code 3 of 25 participants have …}, unless it is so of nobody. */
    private static void count(List<Rater> people, Predicate<Rater> which, String what, List<String> sentences) {
        long count = people.stream().filter(which).count();
        if (count > 0) {
            sentences.add(Numbers.whole(count) + " of " + Numbers.count(people.size(), "participant") + " "
                    + (count == 1 ? "has " : "have ") + what + ".");
        }
    }

    private static String listed(List<String> words, String last) {
        int before = words.size() - 1;
        return before == 0
                ? words.get(0)
                : String.join(", ", words.subList(0, before)) + " " + last + " " + words.get(before);
    }
}
