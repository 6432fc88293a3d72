package org.c25.sets;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.c25.accounts.Caller;
import org.c25.affect.Expression;
import org.c25.studies.Studies;
import org.c25.studies.StudyView;
import org.c25.web.Faults;
import org.c25.web.Problem;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page on which a set is chosen by the votes of other sets' participants. */
@Controller
class CrowdController {

    private final Studies studies;
    private final Sets sets;
    private final Crowd crowd;
    private final CrowdSets crowdSets;

    CrowdController(Studies studies, Sets sets, Crowd crowd, CrowdSets crowdSets) {
        this.studies = studies;
        this.sets = sets;
        this.crowd = crowd;
        this.crowdSets = crowdSets;
    }

    @GetMapping("/studies/{study}/sets/crowd")
    String blank(@AuthenticationPrincipal Caller caller, @PathVariable long study, Model model) {
        StudyView found = studies.require(caller, study);
        return page(caller, found, CrowdForm.usual(sets.nextNumber(found)), model);
    }

    private String page(Caller caller, StudyView study, CrowdForm form, Model model) {
        model.addAttribute("study", study);
        model.addAttribute("form", form);
        model.addAttribute("groups", groups(caller, study));
        model.addAttribute(
                "names",
                Expression.all().stream().map(Expression::english).sorted().toList());
        return "sets/crowd";
    }

    /** A study's sets, with how many people's answers each has. */
    record Group(StudyView study, List<Rated> sets) {}

    record Rated(SetView set, int participants) {}

    /** This study's first; only sets with pictures. */
    private List<Group> groups(Caller caller, StudyView first) {
        Map<Long, Integer> participants = crowd.participants();
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
            @PathVariable long study,
            @ModelAttribute CrowdForm form,
            BindingResult binding,
            Model model,
            RedirectAttributes flash) {
        StudyView found = studies.require(caller, study);
        try {
            CrowdSets.Made made = crowdSets.create(caller, study, order(form, binding));
            flash.addFlashAttribute("done", words(made));
            return "redirect:/sets/" + made.set().id();
        } catch (Problem problem) {
            problem.tellOn(model);
            return page(caller, found, form, model);
        }
    }

    /** What is no number is told together with all that is wrong with the rest. */
    private static CrowdOrder order(CrowdForm form, BindingResult binding) {
        Faults faults = new Faults();
        binding.getFieldErrors()
                .forEach(error -> faults.add(error.getField(), "is a whole number, not " + error.getRejectedValue()));
        return faults.whole(form::order, fault -> !binding.hasFieldErrors(String.valueOf(fault.field())));
    }

    private static String words(CrowdSets.Made made) {
        String whole = made.set().title() + " is made: " + made.set().items() + " images.";
        return made.missing().entrySet().stream()
                .map(one -> " " + one.getKey() + " falls short by " + one.getValue() + ".")
                .collect(Collectors.joining("", whole, ""));
    }
}
