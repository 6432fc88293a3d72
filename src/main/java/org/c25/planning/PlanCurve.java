package org.c25.planning;

import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.c25.agreement.Estimate;
import org.c25.figures.FigureLook;
import org.c25.figures.Palette;
import org.c25.figures.Svg;
import org.c25.planning.Plans.Plan;
import org.c25.reliability.Outlook;
import org.c25.reliability.StudyPlan;

/** The curve of a plan: the reliability by the number of raters, what is wanted, and where it is reached. */
final class PlanCurve {

    private static final int HEIGHT = 336;
    private static final int FEWEST = 20;
    private static final int MOST = 100;

    private PlanCurve() {}

    /** Returns the picture as SVG. */
    static String svg(Plan plan) {
        Svg svg = new Svg(FigureLook.USUAL, HEIGHT, "Reliability by the number of raters");
        plan.plan().ifPresent(some -> draw(svg, plan.kind(), some));
        return svg.end();
    }

    private static void draw(Svg svg, PlanKind kind, StudyPlan plan) {
        Outlook outlook = plan.outlook();
        int needed = plan.raters().orElse(MOST);
        int most = Math.max(FEWEST, Math.min(MOST, (2 * needed + 9) / 10 * 10));
        boolean twice = !Double.isNaN(outlook.reliabilityTwice(1));
        ReliabilityPanel.legend(svg, "every image once", twice ? "every image twice" : "");
        ReliabilityPanel panel = ReliabilityPanel.of(
                        svg,
                        58,
                        svg.width() - 30,
                        most,
                        kind.title(),
                        kind.isExpression() ? "κ of the majority" : "Reliability")
                .wanted(plan.reliability());
        if (plan.raters().isPresent() && needed <= most) {
            panel.mark(needed);
        }
        panel.curve(1, points(most, outlook::reliability), Palette.MAIN, false);
        if (twice) {
            panel.curve(1, points(most, outlook::reliabilityTwice), Palette.MAIN, true);
        }
    }

    private static List<Estimate> points(int most, IntToDoubleFunction reliability) {
        return IntStream.rangeClosed(1, most)
                .mapToObj(raters -> Estimate.of(reliability.applyAsDouble(raters)))
                .toList();
    }
}
