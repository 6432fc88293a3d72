package org.c25.studies;

import java.time.Clock;
import java.util.List;
import org.c25.accounts.Caller;
import org.c25.audit.Audit;
import org.c25.web.Problem;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The studies, fetched through what the caller may see: an admin every one, an experimenter their own. */
@Service
@Transactional
public class Studies {

    private final StudyRepository studies;
    private final Audit audit;
    private final Clock clock;

    Studies(StudyRepository studies, Audit audit, Clock clock) {
        this.studies = studies;
        this.audit = audit;
        this.clock = clock;
    }

    public StudyView create(Caller caller, Protocol protocol) {
        StudyView study = studies.save(new Study(caller.accountId(), protocol, clock.instant()))
                .view();
        audit.record(caller.getUsername(), "study created", "study " + study.id(), study.name());
        return study;
    }

    @Transactional(readOnly = true)
    public List<StudyView> visibleTo(Caller caller) {
        List<Study> seen = caller.isAdmin()
                ? studies.findAllByOrderByIdDesc()
                : studies.findAllByOwnerIdOrderByIdDesc(caller.accountId());
        return seen.stream().map(Study::view).toList();
    }

    /** @throws Problem 404 if there is no such study that the caller may see */
    @Transactional(readOnly = true)
    public StudyView require(Caller caller, long id) {
        return (caller.isAdmin() ? studies.findById(id) : studies.findByIdAndOwnerId(id, caller.accountId()))
                .map(Study::view)
                .orElseThrow(() -> Problem.notFound("study"));
    }

    /** For a participant's pages, which come to their study by an invitation. */
    @Transactional(readOnly = true)
    public StudyView ofInvited(long id) {
        return studies.findById(id).map(Study::view).orElseThrow(() -> Problem.notFound("study"));
    }
}
