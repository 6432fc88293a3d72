package org.c25.sets;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.c25.accounts.Caller;
import org.c25.audit.Audit;
import org.c25.common.Problem;
import org.c25.studies.Studies;
import org.c25.studies.StudyView;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Finds the sets of the studies that the caller may see, and opens, closes and pauses them. */
@Service
public class Sets {

    private final SetRepository sets;
    private final Items items;
    private final Studies studies;
    private final SetPeople people;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Audit audit;

    Sets(
            SetRepository sets,
            Items items,
            Studies studies,
            SetPeople people,
            JdbcClient jdbc,
            ApplicationEventPublisher events,
            Audit audit) {
        this.sets = sets;
        this.items = items;
        this.studies = studies;
        this.people = people;
        this.jdbc = jdbc;
        this.events = events;
        this.audit = audit;
    }

    @Transactional(readOnly = true)
    public List<SetView> of(StudyView study) {
        return sets.findByStudyIdOrderByNumber(study.id()).stream()
                .map(ImageSet::view)
                .toList();
    }

    /** Returns the ids of a study's sets. */
    @Transactional(readOnly = true)
    public List<Long> idsOf(long studyId) {
        return sets.idsOfStudy(studyId);
    }

    /** Returns the ids of the studies to which these sets belong, in order. */
    @Transactional(readOnly = true)
    public List<Long> studiesOf(Collection<Long> setIds) {
        return sets.studyIdsOf(setIds);
    }

    /** Returns the least number that is greater than those of all sets of a study. */
    public int nextNumber(StudyView study) {
        return of(study).stream().mapToInt(SetView::number).max().orElse(0) + 1;
    }

    /**
     * Returns a set.
     *
     * @throws Problem 404 if there is no such set that the caller may see
     */
    @Transactional(readOnly = true)
    public SetView require(Caller caller, long id) {
        return visible(caller, id).view();
    }

    /** Returns a set for a participant, who comes to it by an invitation. */
    @Transactional(readOnly = true)
    public SetView ofInvited(long id) {
        return sets.findById(id).map(ImageSet::view).orElseThrow(() -> Problem.notFound("set"));
    }

    /** Returns the study of a set, for a participant. */
    @Transactional(readOnly = true)
    public StudyView studyOfInvited(long id) {
        return studies.ofInvited(ofInvited(id).studyId());
    }

    /**
     * Changes what is said of a set.
     *
     * @throws Problem 404 if there is no such set that the caller may see, 409 if it has been opened
     */
    @Transactional
    SetView change(Caller caller, long id, @Nullable String name, SetKind kind) {
        ImageSet set = changing(caller, id);
        SetView before = set.view();
        set.change(kind);
        set.name(name);
        if (before.kind() != kind) {
            audit.record(caller.getUsername(), "set changed", "set " + id, "kind " + before.kind() + " to " + kind);
        }
        if (!Objects.equals(before.name(), name)) {
            audit.record(
                    caller.getUsername(),
                    "set changed",
                    "set " + id,
                    before.title() + " to " + set.view().title());
        }
        return set.view();
    }

    @Transactional
    public void open(Caller caller, long id) {
        ImageSet set = changing(caller, id);
        studies.require(caller, set.view().studyId()).requireActive();
        boolean first = set.view().state() == SetState.DRAFT;
        set.open();
        if (first) {
            events.publishEvent(new SetOpened(set.view()));
        }
        audit.record(caller.getUsername(), "set opened", "set " + id, "");
    }

    /**
     * Shares the images of a draft out among its participants.
     *
     * @param portions null if everyone is to rate all images
     * @throws Problem 404 if there is no such set that the caller may see, 409 if it has been opened or holds answers,
     *     422 if a portion is more than the set
     */
    @Transactional
    public SetView shareOut(Caller caller, long id, @Nullable Portions portions) {
        ImageSet set = changing(caller, id);
        if (people.anyIn(id)) {
            throw Problem.conflict("The set holds answers already, so its images can't be shared out in another way.");
        }
        set.shareOut(
                portions,
                studies.require(caller, set.view().studyId()).protocol().capacity());
        SetView after = set.view();
        events.publishEvent(new SetSharedOut(after));
        audit.record(
                caller.getUsername(),
                "set shared out",
                "set " + id,
                portions == null
                        ? "everyone rates all images"
                        : portions.ratings() + " ratings an image, " + portions.images() + " images a participant");
        return after;
    }

    /** Locks a set until the transaction ends, for a participant who comes to it. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void lock(long id) {
        if (sets.findLockedById(id).isEmpty()) {
            throw Problem.notFound("set");
        }
    }

    /**
     * Adds a slot to a set whose images are shared out, and locks the set until the transaction ends.
     *
     * @return the slot's number
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public int addSlot(long id) {
        ImageSet set = sets.findLockedById(id).orElseThrow(() -> Problem.notFound("set"));
        set.addSlot();
        return set.view().capacity() - 1;
    }

    /**
     * Makes an open set a draft again; a draft stays one.
     *
     * @throws Problem 404 if there is no such set that the caller may see, 409 if somebody has joined, or it was closed
     *     or paused since
     */
    @Transactional
    void backToDraft(Caller caller, long id) {
        ImageSet set = changing(caller, id);
        if (set.view().state() == SetState.DRAFT) {
            return;
        }
        if (people.anyIn(id)) {
            throw Problem.conflict(
                    "Somebody has joined the set by now, so it can't be a draft again. You can close it.");
        }
        set.backToDraft();
        audit.record(caller.getUsername(), "set made a draft again", "set " + id, "");
    }

    @Transactional
    public void close(Caller caller, long id) {
        changing(caller, id).close();
        audit.record(caller.getUsername(), "set closed", "set " + id, "");
    }

    /** Pauses a set, so that everybody has to wait. Answers that are on their way are accepted all the same. */
    @Transactional
    public void pause(Caller caller, long id) {
        changing(caller, id).pause();
        audit.record(caller.getUsername(), "set paused", "set " + id, "");
    }

    @Transactional
    public void resume(Caller caller, long id) {
        ImageSet set = changing(caller, id);
        if (set.view().paused()) {
            set.resume();
            events.publishEvent(new SetResumed(id));
        }
        audit.record(caller.getUsername(), "set resumed", "set " + id, "");
    }

    /**
     * Freezes the study of a set to which there is an answer: see {@link Studies#freeze}. It is to be called with the
     * first answer of each participant, in the transaction that stores it.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void freezeStudyOf(long setId) {
        studies.freeze(ofInvited(setId).studyId());
    }

    /** Returns what keeps the participants of a set from going on; empty if nothing does. */
    public Optional<Suspension> suspensionOf(long id) {
        // Asked for each picture, so it takes no entity manager.
        return jdbc.sql("select paused, study_id from image_set where id = ?")
                .param(id)
                .query((row, n) -> Suspension.of(row.getBoolean("paused"), studies.isArchived(row.getLong("study_id"))))
                .optional()
                .orElseThrow(() -> Problem.notFound("set"));
    }

    /** Returns all items in the order of the manifest. */
    @Transactional(readOnly = true)
    public List<Item> items(long setId) {
        return items.of(setId);
    }

    /** Returns some items of a set in the order of the manifest. */
    @Transactional(readOnly = true)
    public List<Item> items(long setId, Collection<Long> ids) {
        return items.some(setId, ids);
    }

    /** Returns the ids of all items, in the same order. */
    @Transactional(readOnly = true)
    public long[] itemIds(long setId) {
        return items.ids(setId);
    }

    /**
     * Passes the items on one by one, from one position up to, but not including, another, for sets that are too large
     * to be held in memory.
     */
    @Transactional(readOnly = true)
    public void forEachItem(long setId, int from, int to, Consumer<Item> item) {
        items.forEach(setId, from, to, item);
    }

    /**
     * Returns a set as {@link #require} does, and locks it: nobody opens or changes the set until the caller's
     * transaction ends.
     *
     * @throws Problem 404 if there is no such set that the caller may see
     */
    @Transactional
    public SetView requireLocked(Caller caller, long id) {
        return changing(caller, id).view();
    }

    /**
     * Returns the set for a caller who changes it, and locks it: others who want to change it wait. A transaction must
     * lock the set before anything else.
     */
    public ImageSet changing(Caller caller, long id) {
        return seen(caller, sets.findLockedById(id));
    }

    private ImageSet visible(Caller caller, long id) {
        return seen(caller, sets.findById(id));
    }

    private ImageSet seen(Caller caller, Optional<ImageSet> found) {
        ImageSet set = found.orElseThrow(() -> Problem.notFound("set"));
        try {
            studies.require(caller, set.view().studyId());
        } catch (Problem hidden) {
            throw Problem.notFound("set");
        }
        return set;
    }
}
