package org.c25.progress;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import org.c25.accounts.Caller;
import org.c25.enrolment.ParticipantStatus;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Staff")
class ProgressApi {

    private final Progress progress;

    ProgressApi(Progress progress) {
        this.progress = progress;
    }

    @Operation(summary = "Who is in the set's places, and how far; and which places were left, when and why")
    @GetMapping("/api/v1/sets/{set}/progress")
    SetProgressView of(@AuthenticationPrincipal Caller caller, @PathVariable long set) {
        Progress.SetProgress found = progress.of(caller, set);
        return new SetProgressView(
                found.set().capacity(),
                found.completed(),
                found.participants().stream().map(ParticipantProgressView::of).toList(),
                found.failedPictures().stream().map(FailedPictureView::of).toList(),
                found.withdrawals());
    }

    record SetProgressView(
            int capacity,
            long completed,
            List<ParticipantProgressView> participants,
            List<FailedPictureView> failedPictures,
            List<Progress.PastWithdrawal> withdrawals) {}

    record ParticipantProgressView(
            int participant,
            ParticipantStatus status,
            int answered,
            int total,
            @Nullable Instant joinedAt,
            @Nullable Instant lastAnswerAt) {

        static ParticipantProgressView of(Progress.ParticipantProgress person) {
            return new ParticipantProgressView(
                    person.participant(),
                    person.status(),
                    person.answered(),
                    person.total(),
                    person.joinedAt(),
                    person.lastAnswerAt());
        }
    }

    record FailedPictureView(String filename, List<Integer> participants, List<String> reasons) {

        static FailedPictureView of(Progress.FailedPicture picture) {
            return new FailedPictureView(
                    picture.filename(), List.copyOf(picture.participants()), List.copyOf(picture.reasons()));
        }
    }
}
