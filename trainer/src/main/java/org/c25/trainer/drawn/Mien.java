package org.c25.trainer.drawn;

/**
 * How a face moves for an expression, each part from −1 to 1, 0 at rest.
 *
 * @param innerBrow how far the inner ends of the brows are raised
 * @param outerBrow how far the outer ends of the brows are raised
 * @param eyes how far the eyes are opened more than usual
 * @param corners how far both corners of the mouth are raised
 * @param open how far the mouth is opened
 * @param width how much wider than usual the mouth is
 * @param oneCorner how far one corner alone is raised
 * @param nose how far the nose is wrinkled
 */
record Mien(
        double innerBrow,
        double outerBrow,
        double eyes,
        double corners,
        double open,
        double width,
        double oneCorner,
        double nose) {

    /** By C25 code. */
    private static final Mien[] EXPRESSIONS = {
        new Mien(0.1, 0.1, -0.3, 1, 0.15, 0.4, 0, 0),
        new Mien(0.9, -0.4, -0.3, -0.9, 0, -0.2, 0, 0),
        new Mien(0.9, 0.9, 0.8, 0, 1, -0.4, 0, 0),
        new Mien(1, 0.2, 0.9, -0.5, 0.5, 0.5, 0, 0),
        new Mien(-0.5, -0.2, -0.7, -0.5, 0.25, 0, 0, 1),
        new Mien(-1, 0.5, 0.3, -0.4, 0, -0.1, 0, 0.3),
        new Mien(0, 0.2, -0.2, 0, 0, 0, 1, 0),
        new Mien(0, 0, 0, 0, 0, 0, 0, 0),
    };

    /** Returns the mien of an expression, so strong: 0 is neutral, 1 is full. */
    static Mien of(int expression, double strength) {
        Mien full = EXPRESSIONS[expression];
        return new Mien(
                full.innerBrow * strength,
                full.outerBrow * strength,
                full.eyes * strength,
                full.corners * strength,
                full.open * strength,
                full.width * strength,
                full.oneCorner * strength,
                full.nose * strength);
    }
}
