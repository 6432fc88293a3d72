package org.c25.annotation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.c25.affect.Dimension;
import org.c25.affect.Expression;
import org.c25.affect.Step;
import org.c25.protocol.ControlLayout;
import org.c25.protocol.Labels;
import org.c25.protocol.Protocol;
import org.springframework.ui.Model;

/**
 * The controls of a trial as they stand before one participant.
 *
 * @param dimmed whether the study has a dark page around the face, until the participant chooses
 */
record TrialControls(ControlLayout arrangement, Labels labels, boolean dimmed) {

    static TrialControls of(Protocol protocol, ControlLayout arrangement, Labels labels) {
        return new TrialControls(arrangement, labels, protocol.presentation().dimmed());
    }

    void addTo(Model model) {
        model.addAttribute("controls", this);
    }

    public List<Dimension> dimensions() {
        return arrangement.dimensions();
    }

    public List<Expression> expressions() {
        return Expression.all();
    }

    /** Returns the steps in the order in which they are shown, from left to right. */
    public List<Step> steps() {
        List<Step> steps = new ArrayList<>(Step.values());
        if (arrangement.descending()) {
            Collections.reverse(steps);
        }
        return steps;
    }

    public boolean inOrder() {
        return arrangement.inOrder();
    }

    public int minimumViewingMillis() {
        return arrangement.minimumViewingMillis();
    }
}
