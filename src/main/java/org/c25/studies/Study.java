package org.c25.studies;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import org.c25.common.Fault;
import org.c25.common.Problem;
import org.c25.protocol.Design;
import org.c25.protocol.DesignColumn;
import org.c25.protocol.Protocol;
import org.c25.protocol.ProtocolChanges;
import org.jspecify.annotations.Nullable;

/** A study: one experiment, with all that its sets share. */
@Entity
class Study {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    private long ownerId;
    private String name;
    private String contact;
    private String consent;
    private int capacity;
    private double repeatShare;
    private int repeatMinimumLag;

    /** The version of the present consent text, from 1. */
    private int consentVersion;

    @Convert(converter = DesignColumn.class)
    private Design design;

    private Instant createdAt;

    @Version
    private int version;

    /** The time of the first answer, which is set once, by the statement that goes with that answer. */
    @Column(insertable = false, updatable = false)
    private @Nullable Instant answeredAt;

    private @Nullable Instant archivedAt;

    protected Study() {}

    Study(long ownerId, Protocol protocol, Instant createdAt) {
        this.ownerId = ownerId;
        this.consentVersion = 1;
        this.createdAt = createdAt;
        take(protocol);
    }

    private void take(Protocol protocol) {
        DesignColumn.check(protocol.design());
        name = protocol.name();
        contact = protocol.contact();
        consent = protocol.consent();
        capacity = protocol.capacity();
        repeatShare = protocol.repeatShare();
        repeatMinimumLag = protocol.repeatMinimumLag();
        design = protocol.design();
    }

    Protocol protocol() {
        return new Protocol(name, contact, consent, capacity, repeatShare, repeatMinimumLag, design);
    }

    StudyView view() {
        return new StudyView(
                id, ownerId, protocol(), consentVersion, createdAt, version, answeredAt != null, archivedAt != null);
    }

    /**
     * Checks that the study still has the version that somebody has seen.
     *
     * @throws Problem 412 if it has been changed since that version
     */
    void requireVersion(int seen) {
        if (seen != version) {
            throw Problem.outdated("Somebody has changed the study since you opened it.");
        }
    }

    /**
     * Replaces the protocol, for everybody who begins from now on. Another consent text becomes a new version.
     *
     * @throws Problem 409 naming each field that differs and is frozen
     */
    void change(Protocol wanted) {
        List<Fault> frozen = answeredAt == null ? List.of() : ProtocolChanges.frozen(protocol(), wanted);
        if (!frozen.isEmpty()) {
            throw Problem.conflict("Answers are in, and these would change what they mean", frozen);
        }
        if (!consent.equals(wanted.consent())) {
            consentVersion++;
        }
        take(wanted);
    }

    void archive(Instant now) {
        archivedAt = now;
    }

    void unarchive() {
        archivedAt = null;
    }
}
