package org.c25.notices;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.c25.sets.SetView;
import org.c25.sets.Sets;
import org.c25.studies.Studies;
import org.c25.studies.StudyView;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Looks at the sets of which somebody is told, again and again, on every node: a node that comes second finds nothing
 * left to tell.
 */
@Component
class NoticeJob {

    private static final Logger LOG = LoggerFactory.getLogger(NoticeJob.class);

    private final NoticeTargets targets;
    private final Studies studies;
    private final Sets sets;
    private final NoticeFinder finder;
    private final FlagFinder flags;
    private final NoticeWriter writer;

    NoticeJob(
            NoticeTargets targets,
            Studies studies,
            Sets sets,
            NoticeFinder finder,
            FlagFinder flags,
            NoticeWriter writer) {
        this.targets = targets;
        this.studies = studies;
        this.sets = sets;
        this.finder = finder;
        this.flags = flags;
        this.writer = writer;
    }

    @Scheduled(fixedDelayString = "${c25.notices.look}", initialDelayString = "${c25.notices.look}")
    void look() {
        for (long id : targets.studies()) {
            StudyView study = studies.ofInvited(id);
            if (!study.archived()) {
                List<NoticeTarget> told = targets.of(id);
                sets.of(study).forEach(set -> look(study, set, told));
            }
        }
    }

    /** Looks at one set. If that fails, the others get their look, and the next run tries this one again. */
    private void look(StudyView study, SetView set, List<NoticeTarget> told) {
        try {
            flags.begin(set);
            since(told, NoticeKind.choices()).ifPresent(since -> finder.look(set, since));
            since(told, List.of(NoticeKind.FLAGGED)).ifPresent(since -> flags.look(study, set, since));
            writer.write(set, told);
        } catch (RuntimeException e) {
            LOG.warn("Set {} could not be looked at; the next run tries again", set.id(), e);
        }
    }

    /** Returns since when somebody wants to know of one of these kinds. */
    private static Optional<Instant> since(List<NoticeTarget> told, List<NoticeKind> kinds) {
        return told.stream()
                .flatMap(target -> target.choices().entrySet().stream())
                .filter(choice -> kinds.contains(choice.getKey()))
                .map(Map.Entry::getValue)
                .min(Comparator.naturalOrder());
    }
}
