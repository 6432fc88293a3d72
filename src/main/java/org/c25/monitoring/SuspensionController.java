package org.c25.monitoring;

import java.util.List;
import org.c25.accounts.Visible;
import org.c25.participation.AffectedPeople;
import org.c25.sets.SetView;
import org.c25.studies.StudyView;
import org.c25.web.Confirmation;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Shows what it means for people to archive a study, to close a set or to pause it, before it is done. */
@Controller
class SuspensionController {

    private final AffectedPeople affected;

    SuspensionController(AffectedPeople affected) {
        this.affected = affected;
    }

    @GetMapping("/studies/{study}/archiving")
    String archive(@Visible StudyView study, Model model) {
        return new Confirmation(
                        "Archive “" + study.name() + "”?",
                        List.of(
                                affected.ofStudy(study.id()).words(),
                                "People at work will not be able to go on: they will be told that the study has ended. People who"
                                        + " have answered everything can still finish.",
                                "Nobody will be able to join, and no set of it can be made or opened.",
                                "All answers, files and frozen versions stay.",
                                "You can take the study out of the archive at any time; everything will be as it was."),
                        "/studies/" + study.id() + "/archiving",
                        "Archive the study",
                        "/studies/" + study.id())
                .show(model);
    }

    @GetMapping("/sets/{set}/closing")
    String close(@Visible SetView set, Model model) {
        return new Confirmation(
                        "Close " + set.title() + "?",
                        List.of(
                                affected.ofSet(set.id()).words(),
                                "Nobody else will be able to join, by whatever link. Those at work can go on and finish.",
                                "All answers stay. You can open the set again at any time."),
                        "/sets/" + set.id() + "/closing",
                        "Close the set",
                        "/sets/" + set.id())
                .show(model);
    }

    @GetMapping("/sets/{set}/pause")
    String pause(@Visible SetView set, Model model) {
        return new Confirmation(
                        "Pause " + set.title() + "?",
                        List.of(
                                affected.ofSet(set.id()).words(),
                                "Nobody will be able to join, and nobody at work can go on: they will be told to come back later.",
                                "Answers on their way will be kept. You can end the pause at any time."),
                        "/sets/" + set.id() + "/pause",
                        "Pause the set",
                        "/sets/" + set.id())
                .show(model);
    }
}
