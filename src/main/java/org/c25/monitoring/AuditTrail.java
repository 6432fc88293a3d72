package org.c25.monitoring;

import java.util.ArrayList;
import java.util.List;
import org.c25.accounts.Caller;
import org.c25.audit.AuditEvent;
import org.c25.audit.AuditEvents;
import org.c25.sets.Sets;
import org.c25.studies.Studies;
import org.c25.studies.StudyView;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The audit events for those who may see them: an admin sees all, an experimenter those of their own studies and sets.
 */
@Service
@Transactional(readOnly = true)
class AuditTrail {

    static final int PAGE = 100;

    private final AuditEvents events;
    private final Studies studies;
    private final Sets sets;

    AuditTrail(AuditEvents events, Studies studies, Sets sets) {
        this.events = events;
        this.studies = studies;
        this.sets = sets;
    }

    /**
     * Returns a page of events, the newest first.
     *
     * @param study only what was done to this study and its sets; null for all that the caller may see
     * @param words only events with these words in them; empty for any
     * @param before only events before this one; null from the newest on
     * @throws org.c25.common.Problem 404 if there is no such study that the caller may see
     */
    Page page(Caller caller, @Nullable Long study, String words, @Nullable Long before) {
        List<AuditEvent> found = study == null && caller.isAdmin()
                ? events.all(words, before, PAGE + 1)
                : events.of(subjects(caller, study), words, before, PAGE + 1);
        return new Page(found.subList(0, Math.min(PAGE, found.size())), found.size() > PAGE);
    }

    /** Returns the subjects of a study with its sets, or of all studies that the caller may see. */
    private List<String> subjects(Caller caller, @Nullable Long study) {
        List<StudyView> seen = study == null ? studies.visibleTo(caller) : List.of(studies.require(caller, study));
        List<String> subjects = new ArrayList<>();
        for (StudyView one : seen) {
            subjects.add("study " + one.id());
            sets.of(one).forEach(set -> subjects.add("set " + set.id()));
        }
        return subjects;
    }

    /**
     * A page of events.
     *
     * @param more whether there are earlier ones
     */
    record Page(List<AuditEvent> events, boolean more) {

        /** Returns the number of the last event of this page; the next page begins before it. */
        public long last() {
            return events.get(events.size() - 1).id();
        }

        /** Returns the address of the study or the set that an event is about; null for anything else. */
        public @Nullable String address(AuditEvent event) {
            String subject = event.subject();
            return subject.matches("study \\d+")
                    ? "/studies/" + subject.substring(6)
                    : subject.matches("set \\d+") ? "/sets/" + subject.substring(4) : null;
        }
    }
}
