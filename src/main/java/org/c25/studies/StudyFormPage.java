package org.c25.studies;

import org.c25.protocol.LabelWords;
import org.c25.protocol.Labels;
import org.springframework.ui.Model;

/** What the template of a study's form needs, for a new study as for one that there is. */
final class StudyFormPage {

    private StudyFormPage() {}

    /** @param kept the form from which frozen fields are taken; the same form if nothing is frozen */
    static void show(StudyForm form, StudyForm kept, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("kept", kept);
        model.addAttribute("now", SectionSummaries.of(form, kept));
        model.addAttribute("languages", LabelWords.languages());
        model.addAttribute("offered", Labels.KOREAN_CONTEMPT);
    }
}
