package org.c25.protocol;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import org.c25.affect.Dimension;
import org.c25.common.Faults;
import org.c25.common.Problem;
import org.jspecify.annotations.Nullable;

/**
 * The arrangement of the controls of a trial, made so that no order or direction favours an answer.
 *
 * <p>A part that was left out is filled in when the record is made: no part is null afterwards.
 *
 * @param dimensions all three dimensions, from the top; null for expression, valence, arousal
 * @param rotated whether the first dimension moves on by one from each participant to the next
 * @param direction the direction of the scales; null for ascending
 * @param inOrder whether a control can be touched only when those above it have an answer
 * @param minimumViewingMillis how long a face is seen before an answer is taken, 0 … 60,000
 * @param dimmed whether the page around the face is dark until the participant chooses
 */
public record Presentation(
        @Nullable List<Dimension> dimensions,
        @Nullable Boolean rotated,
        @Nullable ScaleDirection direction,
        @Nullable Boolean inOrder,
        @Nullable Integer minimumViewingMillis,
        @Nullable Boolean dimmed) {

    /** The presentation of AffectNetC25. */
    public static final Presentation C25 = new Presentation(null, false, null, false, 0, false);

    /** @throws Problem naming each field that is out of range */
    public Presentation {
        dimensions = dimensions == null ? ControlLayout.C25.dimensions() : List.copyOf(dimensions);
        direction = direction == null ? ScaleDirection.ASCENDING : direction;
        rotated = Boolean.TRUE.equals(rotated);
        inOrder = Boolean.TRUE.equals(inOrder);
        dimmed = Boolean.TRUE.equals(dimmed);
        minimumViewingMillis = minimumViewingMillis == null ? Integer.valueOf(0) : minimumViewingMillis;
        Faults faults = new Faults();
        if (dimensions.size() != 3 || new HashSet<>(dimensions).size() != 3) {
            faults.add("presentation.dimensions", "EXPRESSION, VALENCE and AROUSAL, each once");
        }
        if (minimumViewingMillis < 0 || minimumViewingMillis > 60_000) {
            faults.add("presentation.minimumViewingMillis", "0 to 60,000");
        }
        faults.refuseIfAny();
    }

    @Override
    public List<Dimension> dimensions() {
        return Objects.requireNonNull(dimensions);
    }

    @Override
    public Boolean rotated() {
        return Objects.requireNonNull(rotated);
    }

    @Override
    public ScaleDirection direction() {
        return Objects.requireNonNull(direction);
    }

    @Override
    public Boolean inOrder() {
        return Objects.requireNonNull(inOrder);
    }

    @Override
    public Integer minimumViewingMillis() {
        return Objects.requireNonNull(minimumViewingMillis);
    }

    @Override
    public Boolean dimmed() {
        return Objects.requireNonNull(dimmed);
    }

    /**
     * Returns the layout for the person in a slot: neighbours differ, and six slots hold each order in each direction
     * once.
     */
    public ControlLayout forSlot(int slot) {
        List<Dimension> order = new ArrayList<>(dimensions());
        if (rotated()) {
            Collections.rotate(order, -(slot % order.size()));
        }
        boolean descending =
                direction == ScaleDirection.DESCENDING || direction == ScaleDirection.ALTERNATING && slot % 2 == 1;
        return new ControlLayout(List.copyOf(order), descending, inOrder(), minimumViewingMillis());
    }
}
