package org.c25.studies;

import java.util.List;
import org.c25.protocol.LabelWords;
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
        model.addAttribute("offered", LabelWords.offered());
        model.addAttribute("others", others(kept));
        model.addAttribute("missing", MissingLanguages.of(form, kept));
    }

    /** Returns the languages that can have labels beside the first and the second. */
    private static List<LabelWords.Choice> others(StudyForm kept) {
        return LabelWords.languages().stream()
                .filter(language -> !language.tag().equals(kept.firstLanguage())
                        && !language.tag().equals(kept.secondLanguage()))
                .toList();
    }
}
