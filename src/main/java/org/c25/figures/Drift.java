package org.c25.figures;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.c25.affect.Dimension;
import org.c25.agreement.ImageVotes;
import org.c25.agreement.Median;
import org.c25.ratings.Ratings;

/**
 * The figure of how response times and agreement with the others change from a participant's first trial to the last.
 */
public class Drift implements Figure {

    /** The number of stretches of the same length into which everybody's trials are cut. */
    public static final int STRETCHES = 20;

    private static final int HEIGHT = 408;
    private static final double LEFT = 64;
    private static final double TOP = 68;
    private static final double BOTTOM = 338;

    private static final Object[] PERSON = {"stroke", Palette.MAIN, "stroke-width", 0.7, "stroke-opacity", 0.35};
    private static final Object[] EVERYBODY = {"stroke", Palette.TEXT, "stroke-width", 2.5};

    private final TrialTimes times;

    Drift(TrialTimes times) {
        this.times = times;
    }

    @Override
    public String name() {
        return "drift";
    }

    @Override
    public String title() {
        return "Drift over the trials";
    }

    @Override
    public String about() {
        return "Everybody's trials in twenty stretches, from the first to the last: the median response time of the first answers, "
                + "and the share of expressions (latest revisions) that are the majority of the others, the smallest code on a tie.";
    }

    /** One participant's stretches; NaN where a stretch has no value. */
    private record Course(double[] seconds, double[] agreement, int[] compared, int[] trials) {}

    @Override
    public DrawnFigure of(SelectedSet view, FigureLook look) {
        Map<Integer, Course> courses = courses(view);
        FigureTable table = new FigureTable(
                "participant", "stretch", "trials", "median_response_seconds", "with_majority_of_others", "compared");
        courses.forEach((slot, course) -> {
            for (int i = 0; i < STRETCHES; i++) {
                table.row(
                        slot,
                        i + 1,
                        course.trials()[i],
                        course.seconds()[i],
                        course.agreement()[i],
                        course.compared()[i]);
            }
        });
        if (courses.isEmpty()) {
            return DrawnFigure.nobody(
                    this,
                    view,
                    look,
                    table,
                    "There are no answers with an order and times; imported ones have neither.");
        }
        Svg svg = new Svg(look, HEIGHT, title());
        legend(svg);
        double width = (look.width() - 180) / 2.0;
        double[] typical =
                medians(courses.values().stream().map(Course::seconds).toList());
        double greatest = courses.values().stream()
                .flatMapToDouble(course -> Arrays.stream(course.seconds()))
                .filter(seconds -> !Double.isNaN(seconds))
                .max()
                .orElse(0);
        panel(
                svg,
                new AxisScale(0, STRETCHES, LEFT, LEFT + width),
                "Response time",
                "Median response time (s)",
                AxisScale.upTo(Math.max(1, greatest), BOTTOM, TOP),
                courses.values().stream().map(Course::seconds).toList(),
                typical);
        List<double[]> agreements =
                courses.values().stream().map(Course::agreement).toList();
        panel(
                svg,
                new AxisScale(0, STRETCHES, look.width() - 26 - width, look.width() - 26),
                "Agreement with the others",
                "Share of expressions",
                new AxisScale(0, 1, BOTTOM, TOP),
                agreements,
                medians(agreements));
        view.sign(svg, HEIGHT);
        return new DrawnFigure(svg.end(), table);
    }

    private static void panel(
            Svg svg, AxisScale x, String heading, String unit, AxisScale y, List<double[]> people, double[] typical) {
        PlotPanel panel = new PlotPanel(svg, x, y);
        panel.heading(heading)
                .yAxis(unit, 5)
                .xAxis(
                        "Trials, first to last",
                        List.of(0.0, STRETCHES / 2.0, (double) STRETCHES),
                        tick -> AxisScale.words(100 * tick / STRETCHES) + " %");
        double[] xs = new double[STRETCHES];
        for (int i = 0; i < STRETCHES; i++) {
            xs[i] = i + 0.5;
        }
        for (double[] one : people) {
            panel.curve(xs, one, PERSON);
        }
        panel.curve(xs, typical, EVERYBODY);
    }

    private static void legend(Svg svg) {
        svg.line(LEFT, 20, LEFT + 24, 20, PERSON);
        svg.text(LEFT + 32, 24, "one participant");
        svg.line(LEFT + 148, 20, LEFT + 172, 20, EVERYBODY);
        svg.text(LEFT + 180, 24, "median of the participants");
    }

    private Map<Integer, Course> courses(SelectedSet view) {
        Ratings ratings = view.results().ratings();
        if (!ratings.isByPerson()) {
            return Map.of();
        }
        List<ImageVotes> votes = ImageVotes.of(ratings, Dimension.EXPRESSION);
        int[] image = new int[view.set().items()];
        Arrays.fill(image, -1);
        for (int i = 0; i < ratings.images(); i++) {
            image[view.results().position(i)] = i;
        }
        Map<Integer, Stretches> bySlot = new TreeMap<>();
        times.forEach(view.set().id(), trial -> {
            int at = image[trial.item()];
            if (at >= 0 && ratings.hasAnswers(trial.slot())) {
                bySlot.computeIfAbsent(trial.slot(), slot -> new Stretches())
                        .add(
                                trial,
                                votes.get(at),
                                trial.again() ? -1 : ratings.get(Dimension.EXPRESSION, at, trial.slot()));
            }
        });
        Map<Integer, Course> courses = new TreeMap<>();
        bySlot.forEach((slot, stretches) -> courses.put(slot, stretches.course()));
        return courses;
    }

    /** Collects one participant's trials. */
    private static final class Stretches {

        private final double[][] seconds = new double[STRETCHES][0];
        private final int[] compared = new int[STRETCHES];
        private final int[] same = new int[STRETCHES];
        private final int[] trials = new int[STRETCHES];

        /**
         * Adds one trial to its stretch.
         *
         * @param given the expression of a first showing; −1 if there is none to compare
         */
        void add(TrialTimes.Trial trial, ImageVotes votes, int given) {
            int stretch = Math.min(STRETCHES - 1, trial.position() * STRETCHES / trial.trials());
            trials[stretch]++;
            if (trial.millis() != null) {
                seconds[stretch] = Arrays.copyOf(seconds[stretch], seconds[stretch].length + 1);
                seconds[stretch][seconds[stretch].length - 1] = trial.millis() / 1000.0;
            }
            if (given >= 0) {
                votes.isMajorityOfOthers(given).ifPresent(isMajority -> {
                    compared[stretch]++;
                    same[stretch] += isMajority ? 1 : 0;
                });
            }
        }

        Course course() {
            double[] medians = new double[STRETCHES];
            double[] agreement = new double[STRETCHES];
            for (int i = 0; i < STRETCHES; i++) {
                medians[i] = Median.of(seconds[i]);
                agreement[i] = compared[i] == 0 ? Double.NaN : (double) same[i] / compared[i];
            }
            return new Course(medians, agreement, compared, trials);
        }
    }

    private static double[] medians(List<double[]> people) {
        double[] medians = new double[STRETCHES];
        for (int i = 0; i < STRETCHES; i++) {
            int at = i;
            medians[i] = Median.of(people.stream().mapToDouble(one -> one[at]).toArray());
        }
        return medians;
    }
}
