package org.c25.sets;

import java.util.List;
import org.c25.accounts.Caller;
import org.c25.audit.Audit;
import org.c25.common.Numbers;
import org.c25.common.Problem;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Deletes sets to which nobody has answered, with all that belongs to them. */
@Service
class SetDeletion {

    private final Sets sets;
    private final SetRepository repository;
    private final Items items;
    private final JdbcClient jdbc;
    private final UnusedImages unused;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Audit audit;

    SetDeletion(
            Sets sets,
            SetRepository repository,
            Items items,
            JdbcClient jdbc,
            UnusedImages unused,
            ApplicationEventPublisher events,
            TransactionTemplate transaction,
            Audit audit) {
        this.sets = sets;
        this.repository = repository;
        this.items = items;
        this.jdbc = jdbc;
        this.unused = unused;
        this.events = events;
        this.transaction = transaction;
        this.audit = audit;
    }

    /**
     * Deletes a set, and the files of its images that no other set has.
     *
     * @return the set as it was
     * @throws Problem 404 if there is no such set that the caller may see, 409 if anybody has answered, or it has frozen
     *     versions
     */
    SetView delete(Caller caller, long id) {
        try {
            Deleted deleted = transaction.execute(status -> deleteRows(caller, id));
            unused.remove(deleted.hashes());
            return deleted.set();
        } catch (DataIntegrityViolationException e) {
            throw Problem.conflict(
                    "Somebody changed the set at this very moment, so it was not deleted. Look at it, and try again.");
        }
    }

    private record Deleted(SetView set, List<String> hashes) {}

    private Deleted deleteRows(Caller caller, long id) {
        ImageSet leaving = sets.changing(caller, id);
        SetView set = leaving.view();
        List<String> hashes = List.copyOf(items.pictures(id).keySet());
        events.publishEvent(new SetDeleted(set));
        jdbc.sql("delete from item where set_id = ?").param(id).update();
        repository.delete(leaving);
        repository.flush();
        audit.record(
                caller.getUsername(),
                "set deleted",
                "set " + id,
                set.title() + " of study " + set.studyId() + ", " + set.kind() + ", "
                        + Numbers.count(set.items(), "image"));
        return new Deleted(set, hashes);
    }
}
