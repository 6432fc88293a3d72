package org.c25.enrolment;

import java.util.List;
import org.c25.accounts.Accounts;
import org.c25.accounts.Caller;
import org.c25.common.Bookkeeping;
import org.c25.participation.TrialOrder;
import org.c25.sets.SetView;
import org.c25.sets.Sets;
import org.c25.studies.StudyView;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** The preview of a study: its staff see the pages for participants, but take no slot, and nothing is stored. */
@Component
public class Preview {

    /** The number of images in a set of the original study, for a study that has no set yet. */
    private static final int USUAL_ITEMS = 800;

    private final Sets sets;
    private final Accounts accounts;

    Preview(Sets sets, Accounts accounts) {
        this.sets = sets;
        this.accounts = accounts;
    }

    /** Returns the address of the preview of a study. */
    public static String home(StudyView study) {
        return "/studies/" + study.id() + "/preview";
    }

    /**
     * Keeps that somebody of the staff has looked at a preview, which is one of their first steps. While the database takes
     * nothing, the preview is shown all the same.
     */
    public void seenBy(Caller caller) {
        Bookkeeping.note("That somebody has looked at a preview", () -> accounts.previewed(caller));
    }

    /** Tells a participant's page that it is a preview. */
    public void begin(StudyView study, Model model) {
        model.addAttribute("preview", study);
        model.addAttribute("study", study);
        model.addAttribute("home", home(study));
    }

    /** Returns how many trials each person has in the latest set. */
    public int trials(StudyView study) {
        List<SetView> all = sets.of(study);
        int items = all.isEmpty() ? USUAL_ITEMS : all.get(all.size() - 1).imagesEach();
        return TrialOrder.length(items, study.protocol().repeatShare());
    }
}
