package org.c25.planning;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.c25.accounts.Caller;
import org.c25.affect.Dimension;
import org.c25.agreement.Answers;
import org.c25.protocol.Protocol;
import org.c25.reliability.ExpressionOutlook;
import org.c25.reliability.Outlook;
import org.c25.reliability.Reliability;
import org.c25.reliability.ScaleOutlook;
import org.c25.reliability.ScaleReliability;
import org.c25.reliability.StudyPlan;
import org.c25.results.Results;
import org.c25.results.Selection;
import org.c25.results.SetResults;
import org.c25.sets.SetView;
import org.c25.studies.Studies;
import org.springframework.stereotype.Component;

/** Makes plans, from the answers of an earlier set or from assumptions. */
@Component
class Plans {

    private static final PlanQuery USUAL =
            new PlanQuery("scale", "0.1", "0.01", "0.06", "0.04", "0.3", "0.8", "", "", "800", "10", "6", "", "hour");
    private static final Pattern AMOUNT = Pattern.compile("\\d{1,3}(,\\d{3})+(\\.\\d+)?|\\d+([.,]\\d+)?");
    private static final Pattern HOURLY = Pattern.compile("hour|/ ?h\\b|per h\\b|std|stunde", Pattern.CASE_INSENSITIVE);

    private final SetResults setResults;
    private final SetReliability reliabilities;
    private final Studies studies;

    Plans(SetResults setResults, SetReliability reliabilities, Studies studies) {
        this.setResults = setResults;
        this.reliabilities = reliabilities;
        this.studies = studies;
    }

    /**
     * A plan and what it was asked.
     *
     * @param query with every field filled
     * @param plan empty where the set has too few answers to plan from
     */
    record Plan(PlanKind kind, PlanQuery query, Optional<StudyPlan> plan) {}

    /** Returns the query with what is usual where nothing is known. */
    static PlanQuery filled(PlanQuery query) {
        return query.or(USUAL);
    }

    /** Returns the query with what is known of the set and its study. */
    PlanQuery filled(Caller caller, SetView set, PlanQuery query) {
        Protocol protocol = studies.require(caller, set.studyId()).protocol();
        String words = protocol.recruitment().pay();
        int trials = Math.max(1, set.items() + protocol.repeats(set.items()));
        PlanQuery known = PlanQuery.of(Map.of(
                "of", "valence",
                "images", String.valueOf(Math.max(2, set.items())),
                "repeats", decimals(100 * protocol.repeatShare()),
                "seconds", decimals(60.0 * protocol.recruitment().minutesOf(trials) / trials),
                "pay", amount(words),
                "per", words.isEmpty() || HOURLY.matcher(words).find() ? "hour" : "rater"));
        return query.or(known).or(USUAL);
    }

    /** Returns the only number in the words; nothing where there are several, of which one may be minutes. */
    private static String amount(String words) {
        List<String> amounts =
                AMOUNT.matcher(words).results().map(MatchResult::group).toList();
        return amounts.size() == 1 ? amounts.get(0) : "";
    }

    private static String decimals(double number) {
        return String.format(Locale.ROOT, "%.2f", number).replaceFirst("\\.?0+$", "");
    }

    /**
     * Returns a plan from assumptions.
     *
     * @param query with every field filled
     * @throws org.c25.common.Problem 422 that names every number that can't be
     */
    Plan assumed(PlanQuery query) {
        PlanReader reader = new PlanReader(query);
        PlanKind kind = reader.kind(PlanKind.ASSUMED);
        if (kind.isExpression()) {
            double kappa = reader.kappa();
            return plan(kind, query, reader, () -> Optional.of(ExpressionOutlook.assumed(kappa, Results.SEED)));
        }
        ScaleOutlook outlook = new ScaleOutlook(reader.components());
        return plan(kind, query, reader, () -> Optional.of(outlook));
    }

    /**
     * Returns a plan from the answers of a set.
     *
     * @param query with every field filled
     * @throws org.c25.common.Problem 422 that names every number that can't be
     */
    Plan of(Caller caller, SetView set, PlanQuery query) {
        PlanReader reader = new PlanReader(query);
        PlanKind kind = reader.kind(PlanKind.OF_A_SET);
        return plan(kind, query, reader, () -> outlook(setResults.results(caller, set.id(), Selection.ALL), kind));
    }

    private static Plan plan(
            PlanKind kind, PlanQuery query, PlanReader reader, Supplier<Optional<? extends Outlook>> outlook) {
        var workload = reader.workload();
        double reliability = reader.reliability();
        double precision = kind.isExpression() ? Double.NaN : reader.precision();
        double margin = reader.margin();
        reader.refuseIfAny();
        return new Plan(
                kind, query, outlook.get().map(some -> new StudyPlan(some, workload, reliability, precision, margin)));
    }

    private Optional<Outlook> outlook(Results results, PlanKind kind) {
        Reliability reliability = reliabilities.of(results);
        if (kind.isExpression()) {
            var majority = reliability.expression().majority();
            Answers answers = Answers.of(results.ratings(), Dimension.EXPRESSION);
            return majority.at(1).isDefined()
                    ? Optional.of(ExpressionOutlook.of(answers, majority, Results.SEED))
                    : Optional.empty();
        }
        ScaleReliability scale = kind == PlanKind.VALENCE ? reliability.valence() : reliability.arousal();
        return scale.components().isDefined() && scale.components().image().value() > 0
                ? Optional.of(new ScaleOutlook(scale.components().components()))
                : Optional.empty();
    }

    /** Returns what a set says, as assumptions to change: its components, or its mean κ of two raters. */
    static PlanQuery assumptions(Plan plan) {
        PlanQuery query = plan.query();
        if (plan.plan().isPresent() && plan.plan().get().outlook() instanceof ScaleOutlook scale) {
            var parts = scale.components();
            return PlanQuery.of(Map.of(
                            "of", "scale",
                            "image", variance(parts.image()),
                            "rater", variance(parts.rater()),
                            "imageByRater", variance(parts.imageByRater()),
                            "error", variance(parts.error())))
                    .or(query);
        }
        if (plan.plan().isPresent() && plan.plan().get().outlook() instanceof ExpressionOutlook expression) {
            return PlanQuery.of(Map.of(
                            "of",
                            "expression",
                            "kappa",
                            variance(Math.max(0.01, expression.majority().at(1).value()))))
                    .or(query);
        }
        return query;
    }

    private static String variance(double number) {
        return String.format(Locale.ROOT, "%.5f", number);
    }

    static List<PlanKind> kinds(boolean ofASet) {
        return ofASet ? PlanKind.OF_A_SET : PlanKind.ASSUMED;
    }
}
