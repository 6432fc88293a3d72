package org.c25.enrolment;

import java.util.List;
import org.c25.accounts.Caller;
import org.c25.participation.TrialOrder;
import org.c25.sets.SetView;
import org.c25.sets.Sets;
import org.c25.studies.Studies;
import org.c25.studies.StudyView;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** A study as its participants meet it, for its staff to look at: nobody takes a place, and nothing is kept. */
@Component
public class Preview {

    /** As many images as a set of the original study had, where there is no set yet. */
    private static final int USUAL_ITEMS = 800;

    private final Studies studies;
    private final Sets sets;

    Preview(Studies studies, Sets sets) {
        this.studies = studies;
        this.sets = sets;
    }

    /** Where the participants' pages of a study stand for its staff. */
    public static String home(long study) {
        return "/studies/" + study + "/preview";
    }

    /**
     * Tells a participant's page that it is a preview.
     *
     * @throws org.c25.common.Problem 404 if there is no such study that the caller may see
     */
    public StudyView begin(Caller caller, long id, Model model) {
        StudyView study = studies.require(caller, id);
        model.addAttribute("preview", study);
        model.addAttribute("study", study);
        model.addAttribute("home", home(id));
        return study;
    }

    /** How many trials each person has in the latest set. */
    public int trials(StudyView study) {
        List<SetView> all = sets.of(study);
        int items = all.isEmpty() ? USUAL_ITEMS : all.get(all.size() - 1).items();
        return TrialOrder.length(items, study.protocol().repeatShare());
    }
}
