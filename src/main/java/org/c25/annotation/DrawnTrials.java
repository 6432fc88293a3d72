package org.c25.annotation;

import java.util.Locale;
import org.c25.participation.Trial;
import org.c25.protocol.Protocol;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Trials of drawn faces for the staff, as the participant of the first slot sees them. */
@Component
class DrawnTrials {

    private final PracticeFaces faces;

    DrawnTrials(PracticeFaces faces) {
        this.faces = faces;
    }

    int count() {
        return faces.count();
    }

    /**
     * Puts a trial onto the page.
     *
     * @param home the address of the preview, below which the faces lie
     * @param position from 0, less than {@link #count()}
     */
    void show(Protocol protocol, String home, int position, TrialForm form, Locale locale, Model model) {
        model.addAttribute("trial", new Trial(position, 0, null, null));
        model.addAttribute("standing", new Annotations.Standing(position, count()));
        model.addAttribute("around", new AnsweredTrials.Around(position == 0 ? null : position - 1, count()));
        model.addAttribute("canGoBack", position > 0 && protocol.pacing().revisable() > 0);
        showFace(protocol, home, position + 1, form, locale, model);
    }

    /**
     * Puts a face and the controls onto the page.
     *
     * @param number the number of the face, from 1
     */
    void showFace(Protocol protocol, String home, int number, TrialForm form, Locale locale, Model model) {
        model.addAttribute("home", home);
        model.addAttribute("picture", home + "/faces/" + number + ".png");
        model.addAttribute("form", form);
        TrialControls.of(
                        protocol,
                        protocol.presentation().forSlot(0),
                        protocol.labels().in(locale.getLanguage()))
                .addTo(model);
    }
}
