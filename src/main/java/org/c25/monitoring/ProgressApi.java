package org.c25.monitoring;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.c25.accounts.Caller;
import org.c25.accounts.Visible;
import org.c25.participation.ParticipantStatus;
import org.c25.sets.Portions;
import org.c25.sets.SetView;
import org.c25.web.HeavyStatistics;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@HeavyStatistics
@Tag(name = "Staff")
class ProgressApi {

    private final Progress progress;

    ProgressApi(Progress progress) {
        this.progress = progress;
    }

    @Operation(
            summary = "Who is in the set's slots, and how far; how fast answers come in; which slots were left",
            description =
                    "The forecast divides what is owed by the rates of the last 24 and of the last 3 hours; it is null"
                            + " while nothing can be said. Coverage says how many images have 0, 1, 2 … answers. Self-agreement is"
                            + " over the repeated trials answered so far: the share with the same expression, and the mean absolute"
                            + " difference in steps.")
    @GetMapping("/api/v1/sets/{set}/progress")
    SetProgressView of(@AuthenticationPrincipal Caller caller, @Visible SetView set) {
        SetProgress found = progress.of(caller, set);
        return new SetProgressView(
                found.set().capacity(),
                found.completed(),
                found.atWork(),
                found.stalled(),
                found.free(),
                found.asOf(),
                found.participants().stream().map(ParticipantProgressView::of).toList(),
                found.lastDay(),
                found.owed(),
                ForecastView.of(found),
                CoverageView.of(found.coverage(), found.set()),
                found.failedPictures().stream().map(FailedPictureView::of).toList(),
                found.withdrawals());
    }

    /**
     * The progress of a set.
     *
     * @param atWork the number of people at work, without those who are stalled
     * @param answersPerHour the answers in each of the last 24 hours, without imported answers
     * @param owed the number of answers still to come
     */
    record SetProgressView(
            int capacity,
            long completed,
            long atWork,
            long stalled,
            long free,
            Instant asOf,
            List<ParticipantProgressView> participants,
            List<AnswerRate.Hour> answersPerHour,
            long owed,
            @Nullable ForecastView forecast,
            CoverageView coverage,
            List<FailedPictureView> failedPictures,
            List<Incidents.PastWithdrawal> withdrawals) {}

    record ParticipantProgressView(
            int participant,
            ParticipantStatus status,
            boolean stalled,
            int answered,
            int total,
            Instant joinedAt,
            @Nullable Instant lastAnswerAt,
            @Nullable Instant signOfLifeAt,
            @Nullable Integer medianResponseMillis,
            SelfAgreementView selfAgreement,
            int undecidedFlags,
            int failedPictures,
            @Nullable String completionCode) {

        static ParticipantProgressView of(SetProgress.ParticipantProgress person) {
            return new ParticipantProgressView(
                    person.participant(),
                    person.status(),
                    person.stalled(),
                    person.answered(),
                    person.total(),
                    person.joinedAt(),
                    person.lastAnswerAt(),
                    person.signOfLifeAt(),
                    person.medianResponseMillis(),
                    person.selfAgreement(),
                    person.flags(),
                    person.failed(),
                    person.completionCode());
        }
    }

    /** The soonest and the latest time at which the last answer is expected. */
    record ForecastView(Instant soonest, Instant latest) {

        static @Nullable ForecastView of(SetProgress found) {
            Duration soonest = found.forecast().soonest();
            Duration latest = found.forecast().latest();
            return soonest == null || latest == null
                    ? null
                    : new ForecastView(found.asOf().plus(soonest), found.asOf().plus(latest));
        }
    }

    /**
     * @param images how many images have 0, 1, 2 … answers
     * @param least the least number of answers of an image
     * @param leastImages how many images have that least number
     * @param ratingsPerImage how many each is to get; left out, as the next two are, where everyone rates all images
     * @param imagesPerPerson how many a participant rates at most
     * @param taken how many images have 0, 1, 2 … rating slots that somebody has, whether they have answered or not
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record CoverageView(
            List<Integer> images,
            int least,
            int leastImages,
            @Nullable Integer ratingsPerImage,
            @Nullable Integer imagesPerPerson,
            @Nullable List<Integer> taken) {

        static CoverageView of(Coverage coverage, SetView set) {
            Portions portions = set.portions();
            return new CoverageView(
                    coverage.images(),
                    coverage.least(),
                    coverage.leastImages(),
                    portions == null ? null : portions.ratings(),
                    portions == null ? null : portions.images(),
                    portions == null ? null : coverage.taken());
        }
    }

    record FailedPictureView(String filename, List<Integer> participants, List<String> reasons) {

        static FailedPictureView of(Incidents.FailedPicture picture) {
            return new FailedPictureView(
                    picture.filename(), List.copyOf(picture.participants()), List.copyOf(picture.reasons()));
        }
    }
}
