package org.c25.studies;

import java.time.Instant;
import java.util.List;
import org.c25.common.Fault;
import org.c25.common.Problem;
import org.c25.protocol.DesignColumn;
import org.c25.protocol.Protocol;
import org.c25.protocol.ProtocolChanges;
import org.jspecify.annotations.Nullable;

/** A study: one experiment, with all that its sets share. */
class Study {

    /** 0 until the study is stored. */
    private long id;

    private final long ownerId;
    private Protocol protocol;

    /** The version of the present consent text, from 1. */
    private int consentVersion;

    private final Instant createdAt;
    private int version;

    /** The time of the first answer, which is set once, by the statement that goes with that answer. */
    private final @Nullable Instant answeredAt;

    private @Nullable Instant archivedAt;

    Study(long ownerId, Protocol protocol, Instant createdAt) {
        this(0, ownerId, checked(protocol), 1, createdAt, 0, null, null);
    }

    /** As it is stored. */
    Study(
            long id,
            long ownerId,
            Protocol protocol,
            int consentVersion,
            Instant createdAt,
            int version,
            @Nullable Instant answeredAt,
            @Nullable Instant archivedAt) {
        this.id = id;
        this.ownerId = ownerId;
        this.protocol = protocol;
        this.consentVersion = consentVersion;
        this.createdAt = createdAt;
        this.version = version;
        this.answeredAt = answeredAt;
        this.archivedAt = archivedAt;
    }

    private static Protocol checked(Protocol protocol) {
        DesignColumn.check(protocol.design());
        return protocol;
    }

    /** Keeps the id that the database has given to it. */
    void isCalled(long id) {
        this.id = id;
    }

    Protocol protocol() {
        return protocol;
    }

    StudyView view() {
        return new StudyView(
                id, ownerId, protocol, consentVersion, createdAt, version, answeredAt != null, archivedAt != null);
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
        List<Fault> frozen = answeredAt == null ? List.of() : ProtocolChanges.frozen(protocol, wanted);
        if (!frozen.isEmpty()) {
            throw Problem.conflict("Answers are in, and these would change what they mean", frozen);
        }
        if (!protocol.consent().equals(wanted.consent())) {
            consentVersion++;
        }
        protocol = checked(wanted);
    }

    void archive(Instant now) {
        archivedAt = now;
    }

    void unarchive() {
        archivedAt = null;
    }

    @Nullable
    Instant archivedAt() {
        return archivedAt;
    }

    void nextVersion() {
        version++;
    }
}
