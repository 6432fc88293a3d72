package org.c25.quality;

import java.util.Map;
import java.util.Objects;
import org.c25.accounts.Caller;
import org.c25.audit.Audit;
import org.c25.common.Problem;
import org.c25.participation.Raters;
import org.c25.sets.Sets;
import org.c25.web.Undo;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes decisions on flags back, which were made by mistake. The decision and that it was taken back stay on record. */
@Service
public class DecisionUndo {

    private final Sets sets;
    private final Raters raters;
    private final Decisions decisions;
    private final Audit audit;

    DecisionUndo(Sets sets, Raters raters, Decisions decisions, Audit audit) {
        this.sets = sets;
        this.raters = raters;
        this.decisions = decisions;
        this.audit = audit;
    }

    /**
     * Returns the button that takes back the decision just made on a flag.
     *
     * @param address the one to which the decision was posted
     */
    public static Undo of(FlagView decided, String address) {
        DecisionView made = Objects.requireNonNull(decided.decision());
        return new Undo(
                address + "/taking-back",
                Map.of("person", String.valueOf(made.participantId()), "decision", String.valueOf(made.id())));
    }

    /**
     * Takes a decision back, so that the one before it counts, or the flag is undecided again. It may be called again.
     *
     * @param participantId the id of the participant on whom it was made
     * @param decision the {@link DecisionView#id() id} of the decision
     * @throws Problem 404 if there is no such set or decision, 409 if the flag was decided on again since, or somebody
     *     else is in the slot by now
     */
    @Transactional
    public void takeBack(Caller caller, long setId, int slot, long participantId, FlagKind rule, long decision) {
        sets.require(caller, setId);
        if (!raters.lock(setId, slot, participantId)) {
            throw Decisions.madeOnAnother();
        }
        if (decisions.takeBack(participantId, rule, decision, caller.getUsername())) {
            audit.record(
                    caller.getUsername(),
                    "flag decision taken back",
                    "set " + setId,
                    "participant" + slot + ", " + rule);
        }
    }
}
