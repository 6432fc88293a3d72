package org.c25.figures;

import java.util.List;
import org.c25.crowd.DawidSkene;

/**
 * The figure of how the estimation of Dawid and Skene came to its end, and how far it says that each participant can be
 * relied on.
 */
class DawidSkeneFigure implements Figure {

    private static final int HEIGHT = 380;
    private static final double LEFT = 84;

    /** The room for what stands beside the two panels. */
    private static final double BESIDE = 244;

    @Override
    public String name() {
        return "dawid-skene";
    }

    @Override
    public String title() {
        return "Dawid–Skene: convergence and participants";
    }

    @Override
    public String about() {
        return "Left, the log-likelihood after each iteration of the EM algorithm. Right, of each participant the mean probability "
                + "that their expression is the true one, by the estimate at its end.";
    }

    @Override
    public DrawnFigure of(SelectedSet view, FigureLook look) {
        DawidSkene estimate = view.results().dawidSkene();
        List<Double> likelihoods = estimate.logLikelihoods();
        List<DawidSkene.Rater> raters = estimate.raters().stream()
                .sorted(AgreementRanks.greatestFirst(DawidSkene.Rater::accuracy)
                        .thenComparingInt(DawidSkene.Rater::slot))
                .toList();
        FigureTable table = new FigureTable("what", "number", "value", "answers");
        for (int i = 0; i < likelihoods.size(); i++) {
            table.row("log-likelihood after iteration", i + 1, likelihoods.get(i), null);
        }
        raters.forEach(rater -> table.row("accuracy of participant", rater.slot(), rater.accuracy(), rater.answers()));
        if (likelihoods.isEmpty() || raters.isEmpty()) {
            return DrawnFigure.nobody(this, view, look, table, "Nobody has answered yet.");
        }
        Svg svg = new Svg(look, HEIGHT, title());
        double middle = LEFT + (look.width() - BESIDE) * 0.54;
        convergence(svg, middle, likelihoods, estimate.converged());
        accuracies(svg, middle + 140, raters);
        view.sign(svg, HEIGHT);
        return new DrawnFigure(svg.end(), table);
    }

    private static void convergence(Svg svg, double right, List<Double> likelihoods, boolean converged) {
        double least = likelihoods.get(0);
        double greatest = likelihoods.get(likelihoods.size() - 1);
        double room = Math.max(1e-6, (greatest - least) * 0.08);
        PlotPanel panel = new PlotPanel(
                svg,
                new AxisScale(0, Math.max(2, likelihoods.size() + 1), LEFT, right),
                new AxisScale(least - room, greatest + room, 310, 40));
        panel.heading(likelihoods.size() + " iterations, " + (converged ? "converged" : "not converged"))
                .yAxis("Log-likelihood (nats)", 4)
                .xAxis("Iteration", 4);
        double[] xs = new double[likelihoods.size()];
        double[] ys = new double[likelihoods.size()];
        for (int i = 0; i < xs.length; i++) {
            xs[i] = i + 1;
            ys[i] = likelihoods.get(i);
        }
        panel.curve(xs, ys, "stroke", Palette.MAIN, "stroke-width", 2);
        svg.circle(panel.x().place(xs[0]), panel.y().place(ys[0]), 2.5, "fill", Palette.MAIN);
    }

    private static void accuracies(Svg svg, double left, List<DawidSkene.Rater> raters) {
        PlotPanel panel = new PlotPanel(svg, new AxisScale(0, 1, left, svg.width() - 20), new AxisScale(0, 1, 310, 40));
        panel.heading("Accuracy").yTitle("Participant", 92).xGrid(4).xAxis("Mean probability", 4);
        double row = 270.0 / raters.size();
        double font = Math.max(4, Math.min(11, row * 0.85));
        for (int i = 0; i < raters.size(); i++) {
            double y = 40 + (i + 0.5) * row;
            svg.text(
                    left - 8,
                    y + font / 3,
                    "participant" + raters.get(i).slot(),
                    "text-anchor",
                    "end",
                    "font-size",
                    font);
            if (!Double.isNaN(raters.get(i).accuracy())) {
                svg.circle(
                        panel.x().place(raters.get(i).accuracy()),
                        y,
                        Math.max(1, Math.min(3.5, row / 3)),
                        "fill",
                        Palette.MAIN);
            }
        }
    }
}
