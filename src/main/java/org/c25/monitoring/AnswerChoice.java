package org.c25.monitoring;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.c25.quality.FlagView;
import org.jspecify.annotations.Nullable;

/**
 * A choice of a person's answers to look at: all, those behind a flag, or the second showings.
 *
 * @param key as it stands in an address; empty for all answers
 * @param words as they stand on the page
 */
record AnswerChoice(String key, String words, List<GivenAnswer> answers) {

    /** The most answers on one page. */
    static final int PAGE = 60;

    private static final String REPEATS = "REPEATS";

    /** Returns the choices of which there are answers, all of them first. */
    static List<AnswerChoice> of(List<GivenAnswer> answers, List<FlagView> flags) {
        List<AnswerChoice> choices = new ArrayList<>();
        choices.add(new AnswerChoice("", "all", answers));
        for (FlagView flag : flags) {
            Set<Integer> behind = new HashSet<>(flag.positions());
            choices.add(choice(
                    flag.rule().name(),
                    flag.rule().title(),
                    answers,
                    answer -> behind.contains(answer.rating().position())));
        }
        choices.add(choice(REPEATS, "shown again", answers, answer -> answer.before() != null));
        return choices.stream()
                .filter(choice -> choice.key.isEmpty() || !choice.answers.isEmpty())
                .toList();
    }

    private static AnswerChoice choice(
            String key, String words, List<GivenAnswer> answers, Predicate<GivenAnswer> chosen) {
        return new AnswerChoice(key, words, answers.stream().filter(chosen).toList());
    }

    /** Returns the choice that an address names, or that of all answers. */
    static AnswerChoice named(@Nullable String key, List<AnswerChoice> choices) {
        return choices.stream()
                .filter(choice -> choice.key.equals(Objects.requireNonNullElse(key, "")))
                .findFirst()
                .orElse(choices.get(0));
    }

    /** Returns how many pages the answers fill, at least 1. */
    public int pages() {
        return Math.max(1, (answers.size() + PAGE - 1) / PAGE);
    }

    /** Returns the number of a page that there is, the nearest to the one asked for. */
    int nearest(int page) {
        return Math.min(Math.max(1, page), pages());
    }

    /** @param page from 1 */
    List<GivenAnswer> onPage(int page) {
        return answers.stream().skip((page - 1L) * PAGE).limit(PAGE).toList();
    }
}
