package org.c25.sets;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.Instant;
import org.c25.studies.StudyView;
import org.c25.web.Problem;

/** An ordered list of items to rate. */
@Entity
class ImageSet {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    private long studyId;
    private int number;

    @Enumerated(EnumType.STRING)
    private Kind kind;

    @Enumerated(EnumType.STRING)
    private State state;

    private boolean paused;
    private int capacity;
    private int items;
    private boolean pictures;
    private Instant createdAt;

    @SuppressWarnings("NullAway")
    protected ImageSet() {}

    @SuppressWarnings("NullAway")
    ImageSet(StudyView study, int number, Kind kind, int items, boolean pictures, Instant createdAt) {
        this.studyId = study.id();
        this.number = number;
        this.kind = kind;
        this.state = State.DRAFT;
        this.capacity = study.protocol().capacity();
        this.items = items;
        this.pictures = pictures;
        this.createdAt = createdAt;
    }

    /** Lets people join. Opening an open set changes nothing. */
    void open() {
        if (!pictures) {
            throw Problem.conflict("The set has no images, so it can hold imported answers but can't open.");
        }
        state = State.OPEN;
    }

    /** Lets nobody else join. */
    void close() {
        if (state == State.OPEN) {
            state = State.CLOSED;
        }
    }

    /** Lets everybody wait, newcomers and those at work. */
    void pause() {
        if (state == State.DRAFT) {
            throw Problem.conflict("The set has not been opened yet, so there is nothing to pause.");
        }
        paused = true;
    }

    void resume() {
        paused = false;
    }

    /** @throws Problem 409 once the set has been opened: then what it holds stays as it is */
    void requireUnopened() {
        if (state != State.DRAFT) {
            throw Problem.conflict("The set has been opened, so its images stay as they are. Make another set.");
        }
    }

    /** Leaves images out. */
    void shrinkBy(int removed) {
        if (removed >= items) {
            throw Problem.conflict("A set keeps at least one image; leave one of them in.");
        }
        items -= removed;
    }

    SetView view() {
        return new SetView(id, studyId, number, kind, state, paused, capacity, items, pictures, createdAt);
    }
}
