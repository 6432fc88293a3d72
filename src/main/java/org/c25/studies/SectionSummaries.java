package org.c25.studies;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.c25.common.ByLanguage;
import org.c25.protocol.LabelWords;
import org.c25.protocol.PageLanguages;
import org.jspecify.annotations.Nullable;

/**
 * What each folded section of a study's form has set now, in one line beside its heading. A field counts as it was
 * typed, faulty or not: the fault itself is told beside the field.
 */
record SectionSummaries(
        String labels,
        String instructions,
        String order,
        String practice,
        String questions,
        String duration,
        String slots,
        String flags,
        String recruiter,
        String proof,
        String pace) {

    private static final String LEFT_OUT = "…";

    /** @param kept the form from which frozen fields are taken */
    static SectionSummaries of(StudyForm form, StudyForm kept) {
        RecruiterForm sender = form.recruiter() == null ? RecruiterForm.BLANK : form.recruiter();
        RecruitmentForm care = form.care();
        return new SectionSummaries(
                labels(kept) + others(form.otherLabels()),
                instructions(form.instructions()),
                order(kept),
                practice(form),
                questions(form),
                care == null ? "" : duration(care),
                care == null ? "" : slots(care),
                care == null ? "" : flags(care),
                recruiter(sender),
                proof(sender),
                care == null ? "" : pace(care));
    }

    private static String labels(StudyForm form) {
        String languages = isBlank(form.secondLanguage())
                ? language(form.firstLanguage())
                : language(form.firstLanguage()) + " and " + language(form.secondLanguage());
        return languages
                + (isOurs(form.firstLanguage(), form.first()) && isOurs(form.secondLanguage(), form.second())
                        ? ""
                        : ", in words of the study’s own");
    }

    private static String language(@Nullable String tag) {
        return PageLanguages.name(typed(tag));
    }

    private static String others(@Nullable String otherLabels) {
        List<String> languages = languages(otherLabels);
        return languages.isEmpty() ? "" : "; " + PageLanguages.names(languages) + " for their readers";
    }

    private static String instructions(@Nullable String text) {
        return isBlank(text) ? "C25’s own, in eight languages" : "The study’s own" + also(text);
    }

    private static String also(@Nullable String text) {
        List<String> languages = languages(text);
        return languages.isEmpty() ? "" : ", also in " + PageLanguages.names(languages);
    }

    /** Returns the languages that begin a part of a text, once each. */
    private static List<String> languages(@Nullable String text) {
        return ByLanguage.read(typed(text)).parts().stream()
                .map(ByLanguage.Part::language)
                .filter(language -> !language.isEmpty())
                .distinct()
                .toList();
    }

    /** Whether the words are those that come with C25, or there are none. */
    private static boolean isOurs(@Nullable String tag, @Nullable List<String> words) {
        return words == null
                || words.stream().allMatch(SectionSummaries::isBlank)
                || tag != null
                        && LabelWords.in(tag.strip()).filter(words::equals).isPresent();
    }

    private static String order(StudyForm form) {
        List<String> parts = new ArrayList<>();
        parts.add(
                isZero(form.repeatPercent())
                        ? "No image shown twice"
                        : typed(form.repeatPercent()) + " % shown twice, at least " + typed(form.repeatMinimumLag())
                                + " trials later");
        if (form.ordering() != null) {
            parts.add(
                    switch (form.ordering()) {
                        case RANDOM -> "images in random order";
                        case BLOCKED -> "images in blocks";
                        case FIXED -> "images as in the manifest";
                    });
        }
        parts.add(typed(form.dimensions()).toLowerCase(Locale.ROOT).replace(" ", ", "));
        if (form.direction() != null) {
            parts.add(
                    switch (form.direction()) {
                        case ASCENDING -> "1 to 9";
                        case DESCENDING -> "9 to 1";
                        case ALTERNATING -> "1 to 9 for half, 9 to 1 for the rest";
                    });
        }
        addIf(form.rotated(), "rotated", parts);
        addIf(form.inOrder(), "answered in this order", parts);
        addIf(!isZero(form.minimumViewingSeconds()), typed(form.minimumViewingSeconds()) + " s before NEXT", parts);
        addIf(form.dimmed(), "dark", parts);
        return String.join("; ", parts);
    }

    private static String practice(StudyForm form) {
        return (isZero(form.practiceTrials()) ? "No practice" : "Practice " + typed(form.practiceTrials()))
                + (isZero(form.breakEvery()) ? ", no break" : ", break every " + typed(form.breakEvery()))
                + (isZero(form.revisable()) ? ", no going back" : ", back over " + typed(form.revisable()));
    }

    private static String questions(StudyForm form) {
        List<String> parts = new ArrayList<>();
        for (String choice : form.asked() == null ? List.<String>of() : form.asked()) {
            addIf(!choice.endsWith(" NO"), words(choice.replaceFirst(" .*", "")), parts);
        }
        addIf(!isBlank(form.ownQuestions()), questions(form.ownQuestions(), "before"), parts);
        addIf(!isBlank(form.closingQuestions()), questions(form.closingQuestions(), "after"), parts);
        return parts.isEmpty() ? "None" : first(String.join(", ", parts));
    }

    private static String words(String kind) {
        return switch (kind) {
            case "AGE" -> "age band";
            case "LANGUAGE" -> "first language";
            default -> kind.toLowerCase(Locale.ROOT);
        };
    }

    private static String questions(@Nullable String lines, String when) {
        ByLanguage.Part first = ByLanguage.read(typed(lines)).parts().get(0);
        long count = first.text().lines().filter(line -> !line.isBlank()).count();
        return count + " own " + when + also(lines);
    }

    private static String duration(RecruitmentForm care) {
        return (isZero(care.minutes()) ? "An estimate from the number of images" : typed(care.minutes()) + " minutes")
                + (isBlank(care.pay()) ? "; nothing is said of pay" : "; " + typed(care.pay()));
    }

    private static String slots(RecruitmentForm care) {
        List<String> parts = new ArrayList<>();
        parts.add(
                isZero(care.stalledAfterHours())
                        ? "Nobody counts as stalled"
                        : "Stalled after " + typed(care.stalledAfterHours()) + " hours");
        parts.add(
                isZero(care.releaseAfterHours())
                        ? "no slot is given away"
                        : "slot given away after " + typed(care.releaseAfterHours()));
        addIf(care.oneSetEach(), "one set a person", parts);
        addIf(care.waitingList(), "a waiting list", parts);
        return String.join(", ", parts);
    }

    private static String flags(RecruitmentForm care) {
        List<String> parts = new ArrayList<>();
        parts.add("From " + typed(care.leastTrials()) + " images on");
        addIf(!isZero(care.fastMillis()), "under " + typed(care.fastMillis()) + " ms", parts);
        addIf(!isZero(care.longRun()), typed(care.longRun()) + " equal answers in a row", parts);
        parts.add("kappa under " + typed(care.leastSelfKappa()));
        parts.add("CCC under " + typed(care.leastCcc()));
        return String.join(", ", parts);
    }

    private static String recruiter(RecruiterForm sender) {
        if (sender.service() == null || sender.service() == RecruiterForm.Service.NONE) {
            return "Nobody: links go to people directly";
        }
        return sender.shownName()
                + (isBlank(sender.returnUrl())
                        ? ", with the code alone"
                        : ", and back to " + typed(sender.returnUrl()));
    }

    private static String proof(RecruiterForm sender) {
        if (sender.signing() == null || sender.signing() == RecruiterForm.Signing.NONE) {
            return "None";
        }
        return sender.signing() + (Boolean.TRUE.equals(sender.signedOnly()) ? ", and no ID without it" : "");
    }

    private static String pace(RecruitmentForm care) {
        return typed(care.newPlaces()) + " new slots in " + typed(care.newPlacesMinutes()) + " minutes, "
                + typed(care.newPlacesPerAddress()) + " of them to one network address";
    }

    private static void addIf(@Nullable Boolean so, String words, List<String> parts) {
        if (Boolean.TRUE.equals(so)) {
            parts.add(words);
        }
    }

    private static String first(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    private static String typed(@Nullable String value) {
        return value == null || value.isBlank() ? LEFT_OUT : value.strip();
    }

    private static boolean isBlank(@Nullable String value) {
        return value == null || value.isBlank();
    }

    private static boolean isZero(@Nullable String value) {
        return value != null && value.strip().equals("0");
    }
}
