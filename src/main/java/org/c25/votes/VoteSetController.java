package org.c25.votes;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.c25.accounts.Caller;
import org.c25.accounts.Visible;
import org.c25.affect.Expression;
import org.c25.common.Faults;
import org.c25.common.Numbers;
import org.c25.common.Problem;
import org.c25.sets.SetView;
import org.c25.sets.Sets;
import org.c25.studies.Studies;
import org.c25.studies.StudyView;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Shows the page on which a set is chosen by the votes of other sets' participants. */
@Controller
class VoteSetController {

    private final Studies studies;
    private final Sets sets;
    private final RatedImages ratedImages;
    private final VoteSets voteSets;

    VoteSetController(Studies studies, Sets sets, RatedImages ratedImages, VoteSets voteSets) {
        this.studies = studies;
        this.sets = sets;
        this.ratedImages = ratedImages;
        this.voteSets = voteSets;
    }

    @GetMapping("/studies/{study}/sets/crowd")
    String blank(@AuthenticationPrincipal Caller caller, @Visible StudyView study, Model model) {
        return page(caller, study, VoteSetForm.usual(sets.nextNumber(study)), model);
    }

    private String page(Caller caller, StudyView study, VoteSetForm form, Model model) {
        model.addAttribute("study", study);
        model.addAttribute("form", form);
        model.addAttribute("groups", groups(caller, study));
        model.addAttribute(
                "names",
                Expression.all().stream().map(Expression::english).sorted().toList());
        return "votes/votes";
    }

    /** A study's sets, with the number of people who answered in each. */
    record Group(StudyView study, List<Rated> sets) {}

    record Rated(SetView set, int participants) {}

    /** Returns the studies with their sets, this study first; only sets with pictures. */
    private List<Group> groups(Caller caller, StudyView first) {
        Map<Long, Integer> participants = ratedImages.participants();
        List<StudyView> all = new ArrayList<>(List.of(first));
        studies.visibleTo(caller).stream()
                .filter(other -> other.id() != first.id())
                .forEach(all::add);
        List<Group> groups = new ArrayList<>();
        for (StudyView study : all) {
            List<Rated> rated = sets.of(study).stream()
                    .filter(SetView::pictures)
                    .map(set -> new Rated(set, participants.getOrDefault(set.id(), 0)))
                    .toList();
            if (!rated.isEmpty()) {
                groups.add(new Group(study, rated));
            }
        }
        return groups;
    }

    @PostMapping("/studies/{study}/sets/crowd")
    String create(
            @AuthenticationPrincipal Caller caller,
            @Visible StudyView study,
            @ModelAttribute VoteSetForm form,
            BindingResult binding,
            Model model,
            RedirectAttributes flash) {
        try {
            VoteSets.Made made = voteSets.create(caller, study.id(), order(form, binding));
            flash.addFlashAttribute("done", words(made));
            return "redirect:/sets/" + made.set().id();
        } catch (Problem problem) {
            problem.tellOn(model);
            return page(caller, study, form, model);
        }
    }

    /** Reads the form; a text that is no number is reported together with all other faults. */
    private static VoteSetOrder order(VoteSetForm form, BindingResult binding) {
        Faults faults = new Faults();
        binding.getFieldErrors()
                .forEach(error -> faults.add(error.getField(), "a whole number, not " + error.getRejectedValue()));
        return faults.whole(form::order, fault -> !binding.hasFieldErrors(String.valueOf(fault.field())));
    }

    private static String words(VoteSets.Made made) {
        String whole =
                made.set().title() + " is made: " + Numbers.count(made.set().items(), "image") + ".";
        return made.missing().entrySet().stream()
                .map(one -> " " + Numbers.count(one.getValue(), "image") + " of " + one.getKey()
                        + (one.getValue() == 1 ? " is missing." : " are missing."))
                .collect(Collectors.joining("", whole, ""));
    }
}
