package org.c25.export;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.c25.accounts.Caller;
import org.c25.affect.Expression;
import org.c25.affect.Step;
import org.c25.annotation.AnswerImport;
import org.c25.annotation.ImportedAnswer;
import org.c25.audit.Audit;
import org.c25.common.FaultList;
import org.c25.common.Problem;
import org.c25.common.UploadProgress;
import org.c25.participation.Enrolling;
import org.c25.participation.Participant;
import org.c25.sets.Item;
import org.c25.sets.SetView;
import org.c25.sets.Sets;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes the answers of a C25 triple into a set: each column with an answer becomes a participant in that slot. */
@Service
class Imports {

    private final Sets sets;
    private final Enrolling enrolling;
    private final AnswerImport answerImport;
    private final Audit audit;

    Imports(Sets sets, Enrolling enrolling, AnswerImport answerImport, Audit audit) {
        this.sets = sets;
        this.enrolling = enrolling;
        this.answerImport = answerImport;
        this.audit = audit;
    }

    /**
     * Takes the answers of all three files, all or nothing.
     *
     * @return how many answers there were, counted per image and participant
     * @throws Problem 422 with everything that is wrong, by line and column; 409 if a slot that is needed is
     *     taken, or the set's images are shared out
     */
    @Transactional
    public int take(
            Caller caller,
            long setId,
            InputStream expression,
            InputStream valence,
            InputStream arousal,
            UploadProgress progress)
            throws IOException {
        progress.tell("Reading the files");
        SetView set = sets.requireLocked(caller, setId); // Its items stay while answers to them come in.
        if (set.portions() != null) {
            throw Problem.conflict(
                    "The images of this set are shared out among many participants, and a file does not say who"
                            + " gave which answer. Import it into a set of the same images that everyone rates, with a capacity of "
                            + set.columns() + ".");
        }
        List<Item> items = sets.items(setId);
        C25File.Content expressions = C25File.read(C25Dimension.EXPRESSION, expression, items, set.capacity());
        C25File.Content valences = C25File.read(C25Dimension.VALENCE, valence, items, set.capacity());
        C25File.Content arousals = C25File.read(C25Dimension.AROUSAL, arousal, items, set.capacity());
        FaultList.refuseIfAny(expressions.faults(), valences.faults(), arousals.faults());
        Triple triple = new Triple(expressions.values(), valences.values(), arousals.values());
        List<Long> itemIds = items.stream().map(Item::id).toList();
        int count = 0;
        for (int slot = 0; slot < set.capacity(); slot++) {
            progress.tell("Storing the participants", slot, set.capacity());
            List<ImportedAnswer> answers = triple.answersOf(slot);
            if (!answers.isEmpty()) {
                Participant participant = enrolling.enrolImported(setId, slot, itemIds);
                answerImport.record(participant, itemIds, answers);
                count += answers.size();
            }
        }
        audit.record(caller.getUsername(), "answers imported", "set " + setId, count + " answers");
        return count;
    }

    /** The values of the three files, each items × slots, as {@link C25File#read} returns them. */
    private record Triple(int[][] expressions, int[][] valences, int[][] arousals) {

        List<ImportedAnswer> answersOf(int slot) {
            List<ImportedAnswer> answers = new ArrayList<>();
            for (int row = 0; row < expressions.length; row++) {
                int expression = expressions[row][slot];
                int valence = valences[row][slot];
                int arousal = arousals[row][slot];
                if (expression >= 0 || valence >= 0 || arousal >= 0) {
                    answers.add(new ImportedAnswer(
                            row,
                            expression < 0 ? null : Expression.all().get(expression),
                            valence < 0 ? null : new Step(valence + Step.LEAST),
                            arousal < 0 ? null : new Step(arousal + Step.LEAST)));
                }
            }
            return answers;
        }
    }
}
