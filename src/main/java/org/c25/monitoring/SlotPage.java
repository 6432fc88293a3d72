package org.c25.monitoring;

import java.util.List;
import java.util.Set;
import org.c25.accounts.Caller;
import org.c25.participation.ParticipantStatus;
import org.c25.participation.Replacements;
import org.c25.quality.FlagView;
import org.c25.quality.Flags;
import org.c25.quality.PersonQuality;
import org.c25.quality.WhatIf;
import org.c25.sets.SetView;
import org.c25.studies.Studies;
import org.c25.studies.StudyView;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/**
 * The page of a slot: the person in it, with their flags, times, answers and what they said of themselves; what can be
 * done about them; and who was in the slot before.
 */
@Component
class SlotPage {

    private final SlotOccupancies occupancies;
    private final Studies studies;
    private final Flags flags;
    private final WhatIf whatIf;
    private final GivenAnswers answers;
    private final SaidOfThemselves said;

    SlotPage(
            SlotOccupancies occupancies,
            Studies studies,
            Flags flags,
            WhatIf whatIf,
            GivenAnswers answers,
            SaidOfThemselves said) {
        this.occupancies = occupancies;
        this.studies = studies;
        this.flags = flags;
        this.whatIf = whatIf;
        this.answers = answers;
        this.said = said;
    }

    /**
     * What to show of a slot.
     *
     * @param person the number of somebody who was in the slot before; null for whoever is in it
     * @param answers the key of an {@link AnswerChoice}; null for all answers
     * @param page the page of the answers, from 1
     * @param without whether to compare the agreement with that without the person in the slot
     */
    record Wanted(@Nullable Long person, @Nullable String answers, int page, boolean without) {

        static final Wanted USUAL = new Wanted(null, null, 1, false);
    }

    /**
     * Fills the model of the page.
     *
     * @return the name of its view
     */
    String show(Caller caller, SetView set, int slot, Wanted wanted, Model model) {
        SlotOccupancies.SlotLife life = occupancies.of(caller, set.id(), slot);
        SlotOccupancies.Occupant occupant = life.line().occupant();
        SlotOccupancies.Person past = life.past(wanted.person());
        StudyView study = studies.require(caller, set.studyId());
        model.addAttribute("set", set);
        model.addAttribute("study", study);
        model.addAttribute("slot", life.line());
        model.addAttribute("occupancies", life.occupancies());
        model.addAttribute("past", past);
        model.addAttribute("noteMax", Replacements.NOTE_MAX);
        if (past != null) {
            addPerson(set, study, past.participant(), past.status(), List.of(), wanted, model);
        } else if (occupant != null) {
            PersonQuality quality = quality(caller, set, slot, occupant.participant());
            List<FlagView> raised = quality == null ? List.of() : quality.flags();
            model.addAttribute("quality", quality);
            addPerson(set, study, occupant.participant(), occupant.status(), raised, wanted, model);
            model.addAttribute("comparison", wanted.without() ? whatIf.without(set, Set.of(slot)) : null);
        }
        return "monitoring/slot";
    }

    /** Returns the figures and flags of a person; null if somebody else is in the slot by now. */
    private @Nullable PersonQuality quality(Caller caller, SetView set, int slot, long participant) {
        return flags.ofSlot(caller, set.id(), slot)
                .filter(person -> person.member().participantId() == participant)
                .orElse(null);
    }

    private void addPerson(
            SetView set,
            StudyView study,
            long participant,
            ParticipantStatus status,
            List<FlagView> raised,
            Wanted wanted,
            Model model) {
        List<GivenAnswer> given = answers.of(set.id(), participant);
        List<AnswerChoice> choices = AnswerChoice.of(given, raised);
        AnswerChoice chosen = AnswerChoice.named(wanted.answers(), choices);
        int page = chosen.nearest(wanted.page());
        boolean imported =
                status == ParticipantStatus.IMPORTED; // It is not known when and in which order they answered.
        model.addAttribute("said", said.of(participant, study.protocol()));
        model.addAttribute("seen", said.seen(participant));
        model.addAttribute("worked", imported ? null : WorkingTime.of(given));
        model.addAttribute("imported", imported);
        model.addAttribute("choices", choices);
        model.addAttribute("chosen", chosen);
        model.addAttribute("page", page);
        model.addAttribute("answers", chosen.onPage(page));
    }
}
