package org.c25.studies;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.c25.affect.Dimension;
import org.c25.common.Faults;
import org.c25.common.Problem;
import org.c25.protocol.BilingualText;
import org.c25.protocol.Design;
import org.c25.protocol.DropOutRules;
import org.c25.protocol.FlagThresholds;
import org.c25.protocol.LabelLines;
import org.c25.protocol.LabelWords;
import org.c25.protocol.Labels;
import org.c25.protocol.Pacing;
import org.c25.protocol.Presentation;
import org.c25.protocol.Protocol;
import org.c25.protocol.Question;
import org.c25.protocol.QuestionLines;
import org.c25.protocol.Recruiter;
import org.c25.protocol.Recruitment;
import org.c25.protocol.ScaleDirection;
import org.c25.protocol.TranslatedLabels;
import org.c25.protocol.TrialOrdering;
import org.jspecify.annotations.Nullable;

/**
 * The form for a study. Its fields are texts, so that the page can show all of it again as it was typed. A field that
 * is left out altogether, as a disabled one is, has the value of the protocol that the form was filled in from.
 *
 * @param dimensions the order of the controls, such as {@code EXPRESSION VALENCE AROUSAL}
 * @param asked for each built-in kind of question {@code AGE NO}, {@code AGE OPTIONAL} or {@code AGE REQUIRED}
 * @param first the labels in the first language: eight expressions, then title, least, middle, greatest of each scale
 * @param second the same labels in the second language
 * @param otherLabels the labels in further languages, as {@link LabelLines} has them
 * @param firstWords the language whose words take the place of those in {@code first}; null or empty for those typed. It
 *     is null once the form is made
 * @param secondWords the same for {@code second}; {@value #NO_WORDS} for no second language
 * @param otherWords the languages, with spaces between them, whose words come below {@code otherLabels}. It is null once
 *     the form is made
 * @param recruiter the service that sends the participants
 * @param care slots, drop-outs and flags
 */
public record StudyForm(
        @Nullable String name,
        @Nullable String contact,
        @Nullable String consent,
        @Nullable String capacity,
        @Nullable String repeatPercent,
        @Nullable String repeatMinimumLag,
        @Nullable TrialOrdering ordering,
        @Nullable String dimensions,
        @Nullable Boolean rotated,
        @Nullable ScaleDirection direction,
        @Nullable Boolean inOrder,
        @Nullable String minimumViewingSeconds,
        @Nullable Boolean dimmed,
        @Nullable String practiceTrials,
        @Nullable String breakEvery,
        @Nullable String revisable,
        @Nullable String instructions,
        @Nullable List<String> asked,
        @Nullable String ownQuestions,
        @Nullable String closingQuestions,
        @Nullable String firstLanguage,
        @Nullable String secondLanguage,
        @Nullable List<String> first,
        @Nullable List<String> second,
        @Nullable String otherLabels,
        @Nullable String firstWords,
        @Nullable String secondWords,
        @Nullable String otherWords,
        @Nullable RecruiterForm recruiter,
        @Nullable RecruitmentForm care) {

    static final String NO_WORDS = "none";

    public StudyForm {
        if (firstWords != null && LabelWords.in(firstWords).isPresent()) {
            firstLanguage = firstWords;
            first = LabelWords.in(firstWords).get();
        }
        if (NO_WORDS.equals(secondWords)) {
            secondLanguage = "";
            second = Collections.nCopies(LabelWords.COUNT, "");
        } else if (secondWords != null && LabelWords.in(secondWords).isPresent()) {
            secondLanguage = secondWords;
            second = LabelWords.in(secondWords).get();
        }
        for (String language : otherWords == null ? new String[0] : otherWords.split(" ")) {
            otherLabels = LabelWords.in(language).isPresent() ? LabelLines.withC25(otherLabels, language) : otherLabels;
        }
        firstWords = null;
        secondWords = null;
        otherWords = null;
    }

    static StudyForm of(Protocol protocol) {
        return of(protocol.name(), protocol);
    }

    /** Returns a form with everything of a protocol but the name. */
    static StudyForm copyOf(Protocol protocol) {
        return of("", protocol);
    }

    private static StudyForm of(String name, Protocol protocol) {
        Presentation presentation = protocol.presentation();
        Pacing pacing = protocol.pacing();
        Labels labels = protocol.labels();
        return new StudyForm(
                name,
                protocol.contact(),
                protocol.consent(),
                String.valueOf(protocol.capacity()),
                BigDecimal.valueOf(protocol.repeatShare())
                        .movePointRight(2)
                        .stripTrailingZeros()
                        .toPlainString(),
                String.valueOf(protocol.repeatMinimumLag()),
                protocol.ordering(),
                String.join(
                        " ",
                        presentation.dimensions().stream().map(Dimension::name).toList()),
                presentation.rotated(),
                presentation.direction(),
                presentation.inOrder(),
                number(presentation.minimumViewingMillis() / 1000.0),
                presentation.dimmed(),
                String.valueOf(pacing.practiceTrials()),
                String.valueOf(pacing.breakEvery()),
                String.valueOf(pacing.revisable()),
                protocol.instructions(),
                TypedQuestions.asked(protocol.questions()),
                QuestionLines.write(protocol.questions()),
                QuestionLines.write(protocol.closingQuestions()),
                labels.firstLanguage(),
                labels.secondLanguage(),
                LabelWords.of(labels, BilingualText::first),
                LabelWords.of(labels, BilingualText::second),
                LabelLines.write(labels.translations()),
                null,
                null,
                null,
                RecruiterForm.of(protocol.recruiter()),
                RecruitmentForm.of(protocol));
    }

    private static String number(double value) {
        return value == Math.rint(value) ? String.valueOf((long) value) : String.valueOf(value);
    }

    /**
     * Returns the protocol that was typed.
     *
     * @param base the protocol that the form was filled in from: fields that were not touched stay exactly as they are
     *     there
     * @throws Problem naming each field that can't be understood or is out of range
     */
    Protocol protocol(Protocol base) {
        Faults faults = new Faults(); // Faults are collected in the order of the form.
        Integer people = faults.read(() -> whole("capacity", capacity, base.capacity()), base.capacity());
        Double repeats =
                faults.read(() -> share("repeatPercent", repeatPercent, base.repeatShare()), base.repeatShare());
        Integer lag = faults.read(
                () -> whole("repeatMinimumLag", repeatMinimumLag, base.repeatMinimumLag()), base.repeatMinimumLag());
        Protocol outer = faults.read(
                () -> new Protocol(
                        name == null ? "" : name,
                        contact == null ? base.contact() : contact,
                        TypedText.orAsBefore(consent, base.consent()),
                        people,
                        repeats,
                        lag,
                        base.design()),
                base);
        Design design = design(base, faults);
        return faults.whole(() -> new Protocol(
                outer.name(),
                outer.contact(),
                outer.consent(),
                outer.capacity(),
                outer.repeatShare(),
                outer.repeatMinimumLag(),
                design));
    }

    private Design design(Protocol base, Faults faults) {
        Recruiter sender = recruiter == null ? base.recruiter() : recruiter.recruiter(base.recruiter(), faults);
        Recruitment recruitment = care == null ? base.recruitment() : care.recruitment(base.recruitment(), faults);
        DropOutRules dropOuts = care == null ? base.dropOuts() : care.dropOuts(base.dropOuts(), faults);
        FlagThresholds quality = care == null ? base.quality() : care.quality(base.quality(), faults);
        TypedQuestions typed = new TypedQuestions(asked, ownQuestions, closingQuestions);
        List<Question> before = faults.read(() -> typed.before(base.questions()), base.questions());
        List<Question> after = faults.read(() -> typed.after(base.closingQuestions()), base.closingQuestions());
        Pacing pacing = pacing(base.pacing(), faults);
        TrialOrdering order = ordering == null ? base.ordering() : ordering;
        Presentation presentation = faults.read(() -> presentation(base.presentation()), base.presentation());
        String told = TypedText.orAsBefore(instructions, base.instructions());
        Labels labels = faults.read(() -> labels(base.labels()), base.labels());
        List<TranslatedLabels> others = faults.read(
                () -> translations(base.labels().translations()), base.labels().translations());
        Labels all = faults.read(() -> labels.with(others), labels);
        return faults.read(
                () -> new Design(
                        order, presentation, pacing, told, all, before, after, sender, recruitment, dropOuts, quality),
                base.design());
    }

    private Pacing pacing(Pacing base, Faults faults) {
        Integer practice = faults.read(
                () -> whole("practiceTrials", practiceTrials, base.practiceTrials()), base.practiceTrials());
        Integer pause = faults.read(() -> whole("breakEvery", breakEvery, base.breakEvery()), base.breakEvery());
        Integer back = faults.read(() -> whole("revisable", revisable, base.revisable()), base.revisable());
        return faults.read(() -> new Pacing(practice, pause, back), base);
    }

    private Presentation presentation(Presentation base) {
        List<Dimension> order = dimensions == null
                ? base.dimensions()
                : Arrays.stream(dimensions.split(" ")).map(StudyForm::dimension).toList();
        int millis = minimumViewingSeconds == null
                ? base.minimumViewingMillis()
                : (int) Math.round(decimal("minimumViewingSeconds", minimumViewingSeconds, 60)
                        .movePointRight(3)
                        .doubleValue());
        return new Presentation(
                order,
                rotated == null ? base.rotated() : rotated,
                direction == null ? base.direction() : direction,
                inOrder == null ? base.inOrder() : inOrder,
                millis,
                dimmed == null ? base.dimmed() : dimmed);
    }

    private static Dimension dimension(String name) {
        return Arrays.stream(Dimension.values())
                .filter(dimension -> dimension.name().equals(name))
                .findFirst()
                .orElseThrow(() -> Problem.invalid("dimensions", "EXPRESSION, VALENCE and AROUSAL, each once"));
    }

    private Labels labels(Labels base) {
        if (first == null || first.isEmpty()) {
            return base;
        }
        if (first.size() != LabelWords.COUNT || second == null || second.size() != LabelWords.COUNT) {
            throw Problem.invalid("labels", LabelWords.COUNT + " in each language are needed");
        }
        return Labels.of(
                firstLanguage == null ? base.firstLanguage() : firstLanguage,
                secondLanguage == null ? base.secondLanguage() : secondLanguage,
                first,
                second);
    }

    /** Returns the labels in further languages, or the former ones if they were left as they are. */
    private List<TranslatedLabels> translations(List<TranslatedLabels> base) {
        return otherLabels == null || TypedText.isSame(otherLabels, LabelLines.write(base))
                ? base
                : LabelLines.read("labels.translations", otherLabels);
    }

    private static int whole(String field, @Nullable String value, int leftOut) {
        if (value == null) {
            return leftOut;
        }
        try {
            return Integer.parseInt(value.strip());
        } catch (NumberFormatException e) {
            throw Problem.invalid(field, "a whole number");
        }
    }

    /** Reads a share in per cent. It computes in decimals, so that a share comes back exactly as it was shown. */
    private static double share(String field, @Nullable String percent, double leftOut) {
        return percent == null
                ? leftOut
                : decimal(field, percent, 100).movePointLeft(2).doubleValue();
    }

    private static BigDecimal decimal(String field, String value, int most) {
        try {
            BigDecimal number = new BigDecimal(value.strip().replace(',', '.'));
            if (number.signum() >= 0 && number.compareTo(BigDecimal.valueOf(most)) <= 0) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Falls through to the fault, as a number out of range does.
        }
        throw Problem.invalid(field, "0 to " + most);
    }
}
