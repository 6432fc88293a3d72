package org.c25.studies;

import java.util.List;
import org.c25.web.Problem;
import org.jspecify.annotations.Nullable;

/**
 * What the participants of a study meet, and in which order. Whatever is null is as in AffectNetC25, or, where that had
 * nothing of the kind, as usual.
 *
 * @param questions about the person, before the trials; none by default
 * @param closingQuestions after the last trial; none by default
 * @param recruiter who sends the participants; null for none
 */
public record Design(
        @Nullable TrialOrdering ordering,
        @Nullable Presentation presentation,
        @Nullable Pacing pacing,
        @Nullable Labels labels,
        @Nullable List<Question> questions,
        @Nullable List<Question> closingQuestions,
        @Nullable Recruiter recruiter) {

    public static final Design USUAL = new Design(null, null, null, null, null, null, null);

    /** For a study from before there was anything to choose: no practice. */
    static final Design OF_OLD = new Design(null, null, new Pacing(0, null, null), null, null, null, null);

    /** @throws Problem if the questions don't go together */
    public Design {
        ordering = ordering == null ? TrialOrdering.RANDOM : ordering;
        presentation = presentation == null ? Presentation.C25 : presentation;
        pacing = pacing == null ? Pacing.USUAL : pacing;
        labels = labels == null ? Labels.C25 : labels;
        questions = Question.checked("questions", questions);
        closingQuestions = Question.checked("closingQuestions", closingQuestions);
    }
}
