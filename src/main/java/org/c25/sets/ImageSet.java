package org.c25.sets;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.Instant;
import org.c25.common.Problem;
import org.c25.studies.StudyView;
import org.jspecify.annotations.Nullable;

/** An ordered list of items to rate. */
@Entity
public class ImageSet {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    private long studyId;
    private int number;
    private @Nullable String name;

    @Enumerated(EnumType.STRING)
    private SetKind kind;

    @Enumerated(EnumType.STRING)
    private SetState state;

    private boolean paused;
    private int capacity;
    private int items;
    private @Nullable Integer ratingsPerImage;
    private @Nullable Integer imagesPerPerson;
    private boolean pictures;
    private Instant createdAt;

    protected ImageSet() {}

    ImageSet(
            StudyView study,
            int number,
            SetKind kind,
            int items,
            @Nullable Portions portions,
            boolean pictures,
            Instant createdAt) {
        this.studyId = study.id();
        this.number = number;
        this.kind = kind;
        this.state = SetState.DRAFT;
        this.items = items;
        this.pictures = pictures;
        this.createdAt = createdAt;
        shareOut(portions, study.protocol().capacity());
    }

    /**
     * Shares the images out, as long as the set has not been opened.
     *
     * @param portions null if everyone is to rate all images
     * @param capacity the number of slots for that case
     * @throws Problem 422 if a portion is more than the set, 409 once the set has been opened
     */
    void shareOut(@Nullable Portions portions, int capacity) {
        requireUnopened();
        if (portions == null) {
            ratingsPerImage = null;
            imagesPerPerson = null;
            this.capacity = capacity;
        } else {
            portions.requireFitting(items);
            ratingsPerImage = portions.ratings();
            imagesPerPerson = portions.images();
            countPeople();
        }
    }

    private @Nullable Portions portions() {
        return ratingsPerImage == null || imagesPerPerson == null
                ? null
                : new Portions(ratingsPerImage, imagesPerPerson);
    }

    /** Where images are shared out, there are as many slots as people are needed for them. */
    private void countPeople() {
        Portions portions = portions();
        if (portions != null) {
            capacity = portions.people(items);
        }
    }

    /** Adds a slot: somebody is needed who was not foreseen, since another got fewer images than they might have. */
    void addSlot() {
        capacity++;
    }

    /** @throws Problem 409 once the set has been opened */
    void change(SetKind other) {
        if (other != kind) {
            if (state != SetState.DRAFT) {
                throw Problem.conflict("The set has been opened, so its kind stays.");
            }
            kind = other;
        }
    }

    /** @param name null for none */
    void name(@Nullable String name) {
        this.name = name;
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
        countPeople();
    }

    /** Adds images that are put back to the number of items. */
    public void growBy(int putBack) {
        items += putBack;
        countPeople();
    }

    public SetView view() {
        return new SetView(
                id, studyId, number, name, kind, state, paused, capacity, items, portions(), pictures, createdAt);
    }
}
