package org.c25.export;

import org.c25.accounts.Caller;
import org.c25.sets.SetView;
import org.c25.sets.Sets;
import org.c25.studies.Studies;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** The page of a set's data: its files, its frozen versions, and the form for answers from elsewhere. */
@Component
class DataPage {

    private final SetFiles files;
    private final Snapshots snapshots;
    private final Sets sets;
    private final Studies studies;

    DataPage(SetFiles files, Snapshots snapshots, Sets sets, Studies studies) {
        this.files = files;
        this.snapshots = snapshots;
        this.sets = sets;
        this.studies = studies;
    }

    /** @return the view that shows it */
    String show(Caller caller, long id, Model model) {
        SetView set = sets.require(caller, id);
        model.addAttribute("set", set);
        model.addAttribute("study", studies.require(caller, set.studyId()));
        model.addAttribute("files", files.c25(set));
        model.addAttribute("snapshots", snapshots.of(caller, id));
        model.addAttribute("others", files.others(set));
        return "export/data";
    }
}
