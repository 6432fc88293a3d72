package org.c25.quality;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.c25.accounts.Caller;
import org.c25.accounts.Visible;
import org.c25.sets.SetView;
import org.c25.web.HeavyStatistics;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Shows how far a set would agree if some people were left out. The page only computes, and changes nothing. */
@Controller
@HeavyStatistics
class WhatIfController {

    private final Flags flags;
    private final WhatIf whatIf;

    WhatIfController(Flags flags, WhatIf whatIf) {
        this.flags = flags;
        this.whatIf = whatIf;
    }

    /**
     * Shows the page. {@code without} are the slots to leave out. {@code chosen} says that somebody has ticked or
     * unticked them; if nobody has, the slots are those with an accepted flag.
     */
    @GetMapping("/sets/{set}/quality/what-if")
    String whatIf(
            @AuthenticationPrincipal Caller caller,
            @Visible SetView set,
            @RequestParam(required = false) @Nullable Set<Integer> without,
            @RequestParam(defaultValue = "false") boolean chosen,
            Model model) {
        SetQuality found = flags.look(caller, set.id());
        Set<Integer> out = found.people().stream()
                .filter(person -> chosen || without != null
                        ? without != null && without.contains(person.slot())
                        : person.accepted())
                .map(PersonQuality::slot)
                .collect(Collectors.toCollection(TreeSet::new));
        model.addAttribute("set", found.set());
        model.addAttribute("study", found.study());
        model.addAttribute("people", found.people());
        model.addAttribute("out", out);
        model.addAttribute("comparison", whatIf.without(found.set(), out));
        return "quality/what-if";
    }
}
