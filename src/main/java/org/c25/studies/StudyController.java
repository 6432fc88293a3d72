package org.c25.studies;

import org.c25.accounts.Caller;
import org.c25.web.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** The list of studies and the form for a new one. A study's own page lives with its sets. */
@Controller
class StudyController {

    private final Studies studies;

    StudyController(Studies studies) {
        this.studies = studies;
    }

    @GetMapping("/studies")
    String all(@AuthenticationPrincipal Caller caller, Model model) {
        model.addAttribute("studies", studies.visibleTo(caller));
        return "studies/studies";
    }

    @GetMapping("/studies/new")
    String blank(Model model) {
        model.addAttribute("form", Form.asInC25());
        return "studies/new-study";
    }

    @PostMapping("/studies")
    String create(@AuthenticationPrincipal Caller caller, Form form, Model model) {
        try {
            return "redirect:/studies/"
                    + studies.create(caller, form.protocol()).id();
        } catch (Problem problem) {
            model.addAttribute("problem", problem);
            model.addAttribute("form", form);
            return "studies/new-study";
        }
    }

    /** Text fields, so that what was typed comes back as it was typed. */
    record Form(
            @Nullable String name,
            @Nullable String contact,
            @Nullable String consent,
            @Nullable String capacity,
            @Nullable String repeatPercent,
            @Nullable String repeatMinimumLag) {

        static Form asInC25() {
            return new Form("", "", "", "25", "10", "20");
        }

        Protocol protocol() {
            return new Protocol(
                    text(name),
                    text(contact),
                    text(consent),
                    whole("capacity", capacity),
                    share("repeatPercent", repeatPercent),
                    whole("repeatMinimumLag", repeatMinimumLag));
        }

        private static String text(@Nullable String value) {
            return value == null ? "" : value;
        }

        private static int whole(String field, @Nullable String value) {
            try {
                return Integer.parseInt(text(value).strip());
            } catch (NumberFormatException e) {
                throw Problem.invalid(field, "is a whole number");
            }
        }

        private static double share(String field, @Nullable String percent) {
            try {
                double value = Double.parseDouble(text(percent).strip().replace(',', '.'));
                if (value >= 0 && value <= 100) {
                    return value / 100;
                }
            } catch (NumberFormatException e) {
                // Falls through to the fault, as a number out of range does.
            }
            throw Problem.invalid(field, "is 0 to 100");
        }
    }
}
