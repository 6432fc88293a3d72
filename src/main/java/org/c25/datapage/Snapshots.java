package org.c25.datapage;

import java.nio.channels.FileChannel;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.c25.accounts.Caller;
import org.c25.audit.Audit;
import org.c25.common.Moments;
import org.c25.common.Problem;
import org.c25.common.UploadProgress;
import org.c25.export.DataPackage;
import org.c25.participation.ParticipantWithdrew;
import org.c25.participation.Rater;
import org.c25.participation.Raters;
import org.c25.sets.SetDeleted;
import org.c25.sets.SetView;
import org.c25.sets.Sets;
import org.c25.studies.Studies;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The frozen versions of data packages. A paper can cite a version, since it never changes though more answers come in
 * later. Everybody of the staff who may see the set can remove the bytes of a version, and can have a new version made,
 * for example when a person in it has had their answers erased. The fact that there was a version stays.
 */
@Service
@Transactional
class Snapshots {

    private static final String SELECT = """
            select s.version, s.sha256, s.bytes, s.note, s.taken_by, s.taken_at, s.removed_at, s.replaces,
                (select max(n.version) from snapshot n where n.set_id = s.set_id and n.replaces = s.version) as replaced_by,
                (select count(*) from snapshot_person p where p.set_id = s.set_id and p.version = s.version) as people,
                (select count(*) from snapshot_person p where p.set_id = s.set_id and p.version = s.version
                    and p.participant_id is null) as erased
            from snapshot s where s.set_id = ?""";

    private final JdbcClient jdbc;
    private final Raters raters;
    private final Sets sets;
    private final Studies studies;
    private final DataPackage dataPackage;
    private final SnapshotFiles files;
    private final Audit audit;
    private final Clock clock;

    Snapshots(
            JdbcClient jdbc,
            Raters raters,
            Sets sets,
            Studies studies,
            DataPackage dataPackage,
            SnapshotFiles files,
            Audit audit,
            Clock clock) {
        this.jdbc = jdbc;
        this.raters = raters;
        this.sets = sets;
        this.studies = studies;
        this.dataPackage = dataPackage;
        this.files = files;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Freezes the data package as it is now.
     *
     * @param note what the version is for, at most 200 characters; may be empty
     * @return the new version, or the latest one if nothing has changed since
     * @throws Problem 409 if somebody freezes the set at this very moment
     */
    @Transactional(isolation = Isolation.REPEATABLE_READ)
    public Snapshot freeze(Caller caller, long setId, String note) {
        if (note.length() > 200) {
            throw Problem.invalid("note", "at most 200 characters");
        }
        SnapshotFiles.Stored stored = store(caller, setId);
        return of(setId).stream()
                .limit(1)
                .filter(latest -> latest.sha256().equals(stored.sha256()) && !latest.removed())
                .findFirst()
                .orElseGet(() -> add(caller, setId, stored, note));
    }

    private SnapshotFiles.Stored store(Caller caller, long setId) {
        SetView set = sets.require(caller, setId);
        return files.put(out -> dataPackage.write(
                caller, set, studies.require(caller, set.studyId()), false, out, UploadProgress.UNHEARD));
    }

    private Snapshot add(Caller caller, long setId, SnapshotFiles.Stored stored, String note) {
        List<Snapshot> before = of(setId);
        int version = before.isEmpty() ? 1 : before.get(0).version() + 1;
        try {
            jdbc.sql("insert into snapshot (set_id, version, sha256, bytes, note, taken_by, taken_at)"
                            + " values (?, ?, ?, ?, ?, ?, ?)")
                    .params(setId, version, stored.sha256(), stored.bytes(), note.strip(), caller.getUsername(), now())
                    .update();
        } catch (DuplicateKeyException e) {
            throw Problem.conflict("Somebody else freezes this set at this moment. Try again.");
        }
        notePeople(setId, version);
        audit.record(
                caller.getUsername(), "data frozen", "set " + setId, "version " + version + ", " + stored.sha256());
        return find(setId, version).orElseThrow();
    }

    /** Notes everybody whose answers the files have: the people with a slot. */
    private void notePeople(long setId, int version) {
        for (Rater rater : raters.of(setId)) {
            jdbc.sql("insert into snapshot_person (set_id, version, participant_id) values (?, ?, ?)")
                    .params(setId, version, rater.participantId())
                    .update();
        }
    }

    /** Forgets a person whose answers are erased, but keeps the fact that a frozen version holds one such person. */
    @EventListener
    void erase(ParticipantWithdrew left) {
        jdbc.sql("update snapshot_person set participant_id = null where participant_id = ?")
                .param(left.participantId())
                .update();
    }

    /**
     * Keeps a set that is to be deleted.
     *
     * @throws Problem 409 if it has frozen versions, which somebody may have cited
     */
    @EventListener
    @Order(SetDeleted.FIRST)
    void refuse(SetDeleted deleted) {
        int versions = jdbc.sql("select count(*) from snapshot where set_id = ?")
                .param(deleted.set().id())
                .query(Integer.class)
                .single();
        if (versions > 0) {
            throw Problem.conflict("The set has frozen versions, which somebody may have cited, so it stays.");
        }
    }

    /**
     * Freezes the data as they are now in place of a version that holds people whose answers have been erased since. This is
     * a version of its own, also if another version with the same data was made in place of a third.
     *
     * @return the new version, or the old one if the data are the same without these people
     * @throws Problem 404 if there is no such version, 409 if it holds nobody whose answers have been erased
     */
    @Transactional(isolation = Isolation.REPEATABLE_READ)
    public Snapshot renew(Caller caller, long setId, int version) {
        sets.require(caller, setId);
        Snapshot old = find(setId, version).orElseThrow(() -> Problem.notFound("frozen version"));
        if (old.erased() == 0) {
            throw Problem.conflict(
                    "Nobody in version " + version + " has had their answers erased: it can stay as it is.");
        }
        SnapshotFiles.Stored stored = store(caller, setId);
        if (old.sha256().equals(stored.sha256()) && !old.removed()) {
            // Without these people the data are the same: it never held an answer of theirs.
            forgetErased(setId, version);
            return find(setId, version).orElseThrow();
        }
        Snapshot anew = add(caller, setId, stored, old.note());
        jdbc.sql("update snapshot set replaces = ? where set_id = ? and version = ?")
                .params(version, setId, anew.version())
                .update();
        return find(setId, anew.version()).orElseThrow();
    }

    private void forgetErased(long setId, int version) {
        jdbc.sql("delete from snapshot_person where set_id = ? and version = ? and participant_id is null")
                .params(setId, version)
                .update();
    }

    /** Returns the frozen versions of a set, the latest first. */
    @Transactional(readOnly = true)
    public List<Snapshot> of(Caller caller, long setId) {
        sets.require(caller, setId);
        return of(setId);
    }

    private List<Snapshot> of(long setId) {
        return jdbc.sql(SELECT + " order by s.version desc")
                .param(setId)
                .query(Snapshots::map)
                .list();
    }

    private Optional<Snapshot> find(long setId, int version) {
        return jdbc.sql(SELECT + " and s.version = ?")
                .params(setId, version)
                .query(Snapshots::map)
                .optional();
    }

    /**
     * Opens the file of a frozen version. The caller closes it.
     *
     * @throws Problem 404 if there is no such version, or its bytes were removed
     */
    public FileChannel bytes(Caller caller, long setId, int version) {
        Snapshot snapshot = require(caller, setId, version);
        audit.record(caller.getUsername(), "file exported", "set " + setId, "frozen version " + version);
        return files.open(snapshot.sha256());
    }

    /** Returns the name under which a version is downloaded. */
    static String filename(long setId, int version) {
        return "set" + setId + "-version" + version + "-" + DataPackage.NAME;
    }

    Snapshot require(Caller caller, long setId, int version) {
        sets.require(caller, setId);
        return find(setId, version)
                .filter(found -> !found.removed())
                .orElseThrow(() -> Problem.notFound("frozen version"));
    }

    /**
     * Removes the bytes of a version, for good.
     *
     * @throws Problem 404 if there is no such version that the caller may see
     */
    public void remove(Caller caller, long setId, int version) {
        Snapshot snapshot = require(caller, setId, version);
        jdbc.sql("update snapshot set removed_at = ? where set_id = ? and version = ?")
                .params(now(), setId, version)
                .update();
        audit.record(caller.getUsername(), "frozen data removed", "set " + setId, "version " + version);
        boolean needed = jdbc.sql("select count(*) from snapshot where sha256 = ? and removed_at is null")
                        .param(snapshot.sha256())
                        .query(Integer.class)
                        .single()
                > 0;
        if (!needed) {
            removeOnceCommitted(snapshot.sha256());
        }
    }

    private void removeOnceCommitted(String sha256) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                files.remove(sha256);
            }
        });
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static Snapshot map(ResultSet row, int n) throws SQLException {
        return new Snapshot(
                row.getInt("version"),
                row.getString("sha256"),
                row.getLong("bytes"),
                row.getString("note"),
                row.getString("taken_by"),
                Moments.in(row, "taken_at"),
                Moments.inOrNull(row, "removed_at"),
                row.getObject("replaces", Integer.class),
                row.getObject("replaced_by", Integer.class),
                row.getInt("people"),
                row.getInt("erased"));
    }

    /**
     * A frozen data package.
     *
     * @param version the number of the version in its set, from 1
     * @param sha256 the hash of the ZIP, in hexadecimal
     * @param removedAt the time at which its bytes were removed; null while they are there
     * @param replaces the version in whose place this one was made; null for none
     * @param replacedBy the version that was made in place of this one; null for none
     * @param people how many people had a slot when it was frozen
     * @param erased how many of these people have had their answers erased since
     */
    record Snapshot(
            int version,
            String sha256,
            long bytes,
            String note,
            String takenBy,
            Instant takenAt,
            @Nullable Instant removedAt,
            @Nullable Integer replaces,
            @Nullable Integer replacedBy,
            int people,
            int erased) {

        public boolean removed() {
            return removedAt != null;
        }

        /** Whether its bytes hold a person who has had their answers erased since. */
        public boolean holdsErased() {
            return !removed() && erased > 0;
        }
    }
}
