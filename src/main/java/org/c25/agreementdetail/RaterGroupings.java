package org.c25.agreementdetail;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.c25.annotation.FirstAnswers;
import org.c25.concordance.RaterGrouping;
import org.c25.participation.Rater;
import org.c25.participation.Raters;
import org.c25.protocol.PageLanguages;
import org.c25.protocol.Protocol;
import org.c25.protocol.Question;
import org.c25.questionnaires.PersonalAnswers;
import org.c25.sets.SetView;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Finds the ways to tell the raters of a set apart: the languages of labels and instructions, the device, and each
 * question about the person that has options.
 */
@Component
class RaterGroupings {

    private final Raters raters;
    private final FirstAnswers firstAnswers;
    private final PersonalAnswers personalAnswers;

    RaterGroupings(Raters raters, FirstAnswers firstAnswers, PersonalAnswers personalAnswers) {
        this.raters = raters;
        this.firstAnswers = firstAnswers;
        this.personalAnswers = personalAnswers;
    }

    /**
     * Returns the groupings that have two groups at least.
     *
     * @param selected the slots of those who are looked at
     */
    List<RaterGrouping> of(SetView set, Protocol protocol, Set<Integer> selected) {
        List<Rater> people = raters.of(set.id()).stream()
                .filter(rater -> selected.contains(rater.slot()))
                .toList();
        List<Long> ids = people.stream().map(Rater::participantId).toList();
        Map<Long, String> devices = firstAnswers.devices(ids);
        Map<Long, Map<String, String>> said = personalAnswers.of(ids);
        List<RaterGrouping> all = new ArrayList<>();
        all.add(grouping(
                set, people, "labels", "Language of the labels", false, rater -> names(rater.labelLanguages())));
        all.add(grouping(
                set,
                people,
                "instructions",
                "Language of the instructions",
                false,
                rater -> names(rater.instructionsLanguage())));
        all.add(grouping(
                set,
                people,
                "device",
                "Device of most first answers",
                false,
                rater -> devices.get(rater.participantId())));
        Stream.concat(protocol.questions().stream(), protocol.closingQuestions().stream())
                .filter(question -> question.kind() != Question.Kind.TEXT)
                .forEach(question -> all.add(grouping(
                        set,
                        people,
                        String.valueOf(question.key()),
                        title(question),
                        true,
                        rater -> words(
                                question.kind(),
                                said.getOrDefault(rater.participantId(), Map.of())
                                        .get(question.key())))));
        return all.stream().filter(grouping -> grouping.groups().size() > 1).toList();
    }

    private static RaterGrouping grouping(
            SetView set,
            List<Rater> people,
            String key,
            String title,
            boolean personal,
            Function<Rater, @Nullable String> group) {
        List<String> bySlot = new ArrayList<>(Collections.nCopies(set.capacity(), ""));
        for (Rater rater : people) {
            String of = group.apply(rater);
            bySlot.set(rater.slot(), of == null ? "" : of);
        }
        return new RaterGrouping(key, title, personal, bySlot);
    }

    private static @Nullable String names(@Nullable String languages) {
        return languages == null || languages.isEmpty() || languages.equals("und")
                ? null
                : PageLanguages.names(Arrays.asList(languages.split(" ")));
    }

    private static String title(Question question) {
        String kind = question.kind().name();
        return question.kind().isOwn()
                ? String.valueOf(question.text())
                : kind.charAt(0) + kind.substring(1).toLowerCase(Locale.ROOT) + ", as they said";
    }

    private static @Nullable String words(Question.Kind kind, @Nullable String answer) {
        if (answer == null) {
            return null;
        }
        return switch (kind) {
            case COUNTRY -> new Locale.Builder().setRegion(answer).build().getDisplayCountry(Locale.ENGLISH);
            case LANGUAGE -> Locale.forLanguageTag(answer).getDisplayLanguage(Locale.ENGLISH);
            default -> answer;
        };
    }
}
