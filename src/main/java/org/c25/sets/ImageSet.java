package org.c25.sets;

import java.time.Instant;
import org.c25.common.Problem;
import org.c25.studies.StudyView;

/** An ordered list of items to rate. */
public class ImageSet {

    /** 0 until the set is stored. */
    private long id;

    private final long studyId;
    private final int number;
    private final SetKind kind;
    private SetState state;
    private boolean paused;
    private final int capacity;
    private int items;
    private final boolean pictures;
    private final Instant createdAt;

    ImageSet(StudyView study, int number, SetKind kind, int items, boolean pictures, Instant createdAt) {
        this(
                0,
                study.id(),
                number,
                kind,
                SetState.DRAFT,
                false,
                study.protocol().capacity(),
                items,
                pictures,
                createdAt);
    }

    /** As it is stored. */
    ImageSet(
            long id,
            long studyId,
            int number,
            SetKind kind,
            SetState state,
            boolean paused,
            int capacity,
            int items,
            boolean pictures,
            Instant createdAt) {
        this.id = id;
        this.studyId = studyId;
        this.number = number;
        this.kind = kind;
        this.state = state;
        this.paused = paused;
        this.capacity = capacity;
        this.items = items;
        this.pictures = pictures;
        this.createdAt = createdAt;
    }

    /** Keeps the id that the database has given to it. */
    void isCalled(long id) {
        this.id = id;
    }

    /** Lets people join. Opening an open set changes nothing. */
    void open() {
        if (!pictures) {
            throw Problem.conflict("The set has no images, so it can hold imported answers but can't open.");
        }
        state = SetState.OPEN;
    }

    /** Lets nobody join any more. */
    void close() {
        if (state == SetState.OPEN) {
            state = SetState.CLOSED;
        }
    }

    /** Makes an open set a draft again, in which nobody has been. */
    void backToDraft() {
        if (state == SetState.CLOSED || paused) {
            throw Problem.conflict("The set was closed or paused since it was opened, so it can't be a draft again.");
        }
        state = SetState.DRAFT;
    }

    /** Pauses the set: newcomers and those at work have to wait. */
    void pause() {
        if (state == SetState.DRAFT) {
            throw Problem.conflict("The set has not been opened yet, so there is nothing to pause.");
        }
        paused = true;
    }

    void resume() {
        paused = false;
    }

    /**
     * Refuses changes of a set that has been opened.
     *
     * @throws Problem 409 once the set has been opened: then its images stay as they are
     */
    public void requireUnopened() {
        if (state != SetState.DRAFT) {
            throw Problem.conflict("The set has been opened, so its images stay as they are. Make another set.");
        }
    }

    /** Subtracts images that are removed from the number of items. */
    public void shrinkBy(int removed) {
        if (removed >= items) {
            throw Problem.conflict("A set keeps at least one image; leave one of them in.");
        }
        items -= removed;
    }

    /** Adds images that are put back to the number of items. */
    public void growBy(int putBack) {
        items += putBack;
    }

    public SetView view() {
        return new SetView(id, studyId, number, kind, state, paused, capacity, items, pictures, createdAt);
    }
}
