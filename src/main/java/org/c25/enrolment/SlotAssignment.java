package org.c25.enrolment;

import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.c25.invitations.DeviceTokens;
import org.c25.invitations.InvitedPerson;
import org.c25.participation.Enrolling;
import org.c25.participation.Ineligibility;
import org.c25.participation.TrialOrder;
import org.c25.portions.RatingSlots;
import org.c25.protocol.Protocol;
import org.c25.protocol.TrialOrdering;
import org.c25.sets.Item;
import org.c25.sets.SetView;
import org.c25.sets.Sets;
import org.c25.studies.Studies;
import org.c25.studies.StudyView;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Gives a slot to a person who may have one, with the order of their trials. */
@Component
class SlotAssignment {

    private final Enrolling enrolling;
    private final DeviceTokens deviceTokens;
    private final Sets sets;
    private final Studies studies;
    private final RatingSlots ratingSlots;

    SlotAssignment(
            Enrolling enrolling, DeviceTokens deviceTokens, Sets sets, Studies studies, RatingSlots ratingSlots) {
        this.enrolling = enrolling;
        this.deviceTokens = deviceTokens;
        this.sets = sets;
        this.studies = studies;
        this.ratingSlots = ratingSlots;
    }

    /**
     * Takes any free slot for a person.
     *
     * @param locale the language in which consent was given, a BCP 47 tag
     * @throws org.c25.common.Problem 409 if no slot is free
     */
    @Transactional(propagation = Propagation.MANDATORY)
    void take(InvitedPerson invited, String locale) {
        SetView set = sets.ofInvited(invited.setId());
        StudyView study = studies.ofInvited(set.studyId());
        Protocol protocol = study.protocol();
        // A fixed order is drawn from the set's own number, so that everyone's is the same.
        long seed = protocol.ordering() == TrialOrdering.FIXED
                ? set.id()
                : ThreadLocalRandom.current().nextLong();
        enrolling.takeSlot(
                invited,
                study,
                locale,
                seed,
                participant -> TrialOrder.draw(
                        images(set, participant),
                        protocol.ordering(),
                        protocol.repeatShare(),
                        protocol.repeatMinimumLag(),
                        seed));
        deviceTokens.slotTaken(invited);
    }

    /** Returns the images that a participant is to rate, in the order of the set. */
    private List<Item> images(SetView set, long participant) {
        if (set.portions() == null) {
            return sets.items(set.id());
        }
        List<Long> portion = ratingSlots.take(set, participant);
        if (portion.isEmpty()) {
            throw Ineligibility.FULL.problem();
        }
        return sets.items(set.id(), portion);
    }
}
