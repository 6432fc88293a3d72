package org.c25.annotation;

import java.util.Locale;
import org.c25.accounts.Caller;
import org.c25.bodies.LongBody;
import org.c25.forms.ReadOnlyForm;
import org.c25.protocol.Protocol;
import org.c25.studies.DraftProtocols;
import org.c25.studies.StudyForm;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Shows the first trial as it stands in a study's form, before anything is stored: the picture beside the form. */
@Controller
class DraftPreviewController {

    private static final String HOME = "/studies/draft/preview";

    private final DraftProtocols drafts;
    private final DrawnTrials trials;

    DraftPreviewController(DraftProtocols drafts, DrawnTrials trials) {
        this.drafts = drafts;
        this.trials = trials;
    }

    /**
     * Shows the trial.
     *
     * @param from the study that is changed, or that another one is made from; null for a preset
     */
    @ReadOnlyForm
    @LongBody
    @PostMapping(HOME)
    String trial(
            @AuthenticationPrincipal Caller caller,
            @RequestParam(required = false) @Nullable Long from,
            @RequestParam(required = false) @Nullable String preset,
            StudyForm form,
            Locale locale,
            Model model) {
        Protocol protocol = drafts.typed(caller, form, from, preset);
        model.addAttribute("draft", true);
        model.addAttribute("preview", protocol);
        trials.show(protocol, HOME, 0, TrialForm.blank(), locale, model);
        return "annotation/trial";
    }
}
