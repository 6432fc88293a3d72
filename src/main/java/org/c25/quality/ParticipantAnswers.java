package org.c25.quality;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.c25.agreement.SelfAgreement;
import org.c25.ratings.Repeat;

/**
 * The answers of one participant.
 *
 * @param inOrder the answers in the order of trials
 * @param orderKnown false if the answers were imported: then the order is the set's and not the one in which they were
 *     given
 */
record ParticipantAnswers(List<AnsweredTrial> inOrder, boolean orderKnown) {

    ParticipantAnswers {
        inOrder = List.copyOf(inOrder);
    }

    /** Returns the answers to first showings, which are the ones that count in the files. */
    List<AnsweredTrial> firstShowings() {
        return inOrder.stream().filter(AnsweredTrial::isFirstShowing).toList();
    }

    List<AnsweredTrial> timed() {
        return inOrder.stream().filter(AnsweredTrial::isTimed).toList();
    }

    /** Returns the images answered twice, in the order of their repeats. */
    List<Pair> pairs() {
        Map<Integer, AnsweredTrial> byPosition = new HashMap<>();
        List<Pair> pairs = new ArrayList<>();
        for (AnsweredTrial answer : inOrder) {
            byPosition.put(answer.position(), answer);
        }
        for (AnsweredTrial answer : inOrder) {
            AnsweredTrial first = answer.isFirstShowing() ? null : byPosition.get(answer.repeatOf());
            if (first != null) {
                pairs.add(new Pair(first, answer));
            }
        }
        return pairs;
    }

    /** Returns how well the participant agrees with themselves. */
    SelfAgreement selfAgreement() {
        return SelfAgreement.of(pairs().stream().map(Pair::repeat).toList());
    }

    /** The two answers to one image, at its first showing and at its repeat. */
    record Pair(AnsweredTrial first, AnsweredTrial second) {

        Repeat repeat() {
            return new Repeat(0, first.item(), first.categories(), second.categories());
        }
    }
}
