package org.c25.datapage;

import org.c25.accounts.Caller;
import org.c25.export.SetFiles;
import org.c25.sets.SetView;
import org.c25.studies.Studies;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** The page of a set's data: its files, its frozen versions, and the form for answers from elsewhere. */
@Component
class DataPage {

    private final SetFiles files;
    private final HalfFilled halfFilled;
    private final Snapshots snapshots;
    private final Studies studies;

    DataPage(SetFiles files, HalfFilled halfFilled, Snapshots snapshots, Studies studies) {
        this.files = files;
        this.halfFilled = halfFilled;
        this.snapshots = snapshots;
        this.studies = studies;
    }

    /**
     * Fills the model of the page.
     *
     * @return the name of its view
     */
    String show(Caller caller, SetView set, Model model) {
        model.addAttribute("set", set);
        model.addAttribute("study", studies.require(caller, set.studyId()));
        model.addAttribute("files", files.c25(set));
        model.addAttribute("halfFilled", halfFilled.of(set));
        model.addAttribute("snapshots", snapshots.of(caller, set.id()));
        model.addAttribute("others", files.others(set));
        return "datapage/data";
    }
}
