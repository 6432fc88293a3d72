package org.c25.progress;

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
class ProgressApi {

    private final Progress progress;

    ProgressApi(Progress progress) {
        this.progress = progress;
    }

    @GetMapping("/api/v1/sets/{set}/progress")
    View of(@AuthenticationPrincipal Caller caller, @PathVariable long set) {
        Progress.SetProgress found = progress.of(caller, set);
        return new View(
                found.set().capacity(),
                found.completed(),
                found.participants().stream().map(Person::of).toList());
    }

    record View(int capacity, long completed, List<Person> participants) {}

    record Person(
            int participant,
            ParticipantStatus status,
            int answered,
            int total,
            @Nullable Instant joinedAt,
            @Nullable Instant lastAnswerAt) {

        static Person of(Progress.ParticipantProgress person) {
            return new Person(
                    person.participant(),
                    person.status(),
                    person.answered(),
                    person.total(),
                    person.joinedAt(),
                    person.lastAnswerAt());
        }
    }
}
