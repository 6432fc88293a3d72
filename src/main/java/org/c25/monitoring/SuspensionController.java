package org.c25.monitoring;

import java.util.List;
import org.c25.accounts.Caller;
import org.c25.participation.AffectedPeople;
import org.c25.sets.SetView;
import org.c25.sets.Sets;
import org.c25.studies.Studies;
import org.c25.studies.StudyView;
import org.c25.web.Confirmation;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** What it means for people to archive a study, to close a set or to pause it, before it is done. */
@Controller
class SuspensionController {

    private final Studies studies;
    private final Sets sets;
    private final AffectedPeople affected;

    SuspensionController(Studies studies, Sets sets, AffectedPeople affected) {
        this.studies = studies;
        this.sets = sets;
        this.affected = affected;
    }

    @GetMapping("/studies/{id}/archiving")
    String archive(@AuthenticationPrincipal Caller caller, @PathVariable long id, Model model) {
        StudyView study = studies.require(caller, id);
        return new Confirmation(
                        "Archive “" + study.name() + "”?",
                        List.of(
                                affected.ofStudy(id).words(),
                                "Whoever is at work can't go on: they read that the study has ended. Whoever has answered"
                                        + " everything can still finish.",
                                "No set of it can be made or opened, and nobody can join.",
                                "All answers, files and frozen versions stay.",
                                "You can take the study back from the archive at any time; everything is as it was then."),
                        "/studies/" + id + "/archiving",
                        "Archive the study",
                        "/studies/" + id)
                .show(model);
    }

    @GetMapping("/sets/{id}/closing")
    String close(@AuthenticationPrincipal Caller caller, @PathVariable long id, Model model) {
        SetView set = sets.require(caller, id);
        return new Confirmation(
                        "Close " + set.title() + "?",
                        List.of(
                                affected.ofSet(id).words(),
                                "Nobody else can join, by whatever link. Those at work can go on and finish.",
                                "All answers stay. You can open the set again at any time."),
                        "/sets/" + id + "/closing",
                        "Close the set",
                        "/sets/" + id)
                .show(model);
    }

    @GetMapping("/sets/{id}/pause")
    String pause(@AuthenticationPrincipal Caller caller, @PathVariable long id, Model model) {
        SetView set = sets.require(caller, id);
        return new Confirmation(
                        "Pause " + set.title() + "?",
                        List.of(
                                affected.ofSet(id).words(),
                                "Nobody can join, and nobody at work can go on: they read that they can come back later.",
                                "Answers on their way are kept. You can end the pause at any time."),
                        "/sets/" + id + "/pause",
                        "Pause the set",
                        "/sets/" + id)
                .show(model);
    }
}
