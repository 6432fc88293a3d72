package org.c25.affectnet;

import static io.swagger.v3.oas.annotations.media.Schema.RequiredMode.REQUIRED;

import io.swagger.v3.oas.annotations.media.Schema;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.c25.affect.Expression;
import org.c25.common.Faults;
import org.c25.common.Problem;
import org.c25.sets.SetKind;
import org.c25.sets.SetView;
import org.jspecify.annotations.Nullable;

/**
 * The fields of the page for a set from AffectNet, or of a program's request. They are texts, so that the page can show
 * everything again as it was typed.
 */
record AffectNetForm(
        @Schema(requiredMode = REQUIRED, description = "1 …, not yet used in the study") @Nullable
        String number,

        @Schema(requiredMode = REQUIRED, description = "RANDOM or CONFUSING") @Nullable
        String kind,

        @Schema(
                description = "Training.csv, below the folder of c25.affectnet.root, if the file itself is not sent; or"
                        + " there a folder with images/{n}.jpg and annotations/{n}_exp.npy, {n}_val.npy, {n}_aro.npy")
        @Nullable
        String trainingPath,

        @Schema(
                description = "the folder that holds AffectNet's numbered folders, below the folder of"
                        + " c25.affectnet.root; left out for that folder itself")
        @Nullable
        String images,

        @Schema(description = "how many images of each class, 1 to 10000; left out: 100") @Nullable
        String perClass,

        @Schema(description = "English names of the classes; left out: all eight") @Nullable
        List<String> classes,

        @Schema(description = "a whole number of 64 bits; left out: one is drawn, and kept with the set") @Nullable
        String seed,

        @Schema(description = "the least length of the shorter side of the face box, in pixels; left out: 0") @Nullable
        String minimumFace,

        @Schema(description = "ids of sets whose images may not be in this one; left out: none") @Nullable
        List<String> excludeSets,

        @Schema(description = "for CONFUSING: CONTRADICTION, ENTROPY, GAP or MIX; left out: CONTRADICTION") @Nullable
        String rule,

        @Schema(description = "added on each side of the face box, in shares of it, 0 to 2; left out: 0.2") @Nullable
        String margin,

        @Schema(description = "true to take the whole picture as the face, also of rows without a box; left out: false")
        @Nullable
        String wholePicture,

        @Schema(
                description =
                        "how many images may be passed over for the next of their class, because they are missing,"
                                + " damaged or unfit in another way, 0 to 500; left out: 100")
        @Nullable
        String mostUnfit,

        @Schema(
                description =
                        "the columns of the predictions that are models; left out: every column but index, filename"
                                + " and those that are named as labels are, such as label")
        @Nullable
        List<String> models) {

    private static final SecureRandom SEEDS = new SecureRandom();
    private static final int USUAL_PER_CLASS = 100;

    static AffectNetForm usual(int number, List<SetView> sets) {
        return new AffectNetForm(
                String.valueOf(number),
                SetKind.RANDOM.name(),
                "",
                "",
                String.valueOf(USUAL_PER_CLASS),
                Expression.all().stream().map(Expression::english).toList(),
                "",
                "0",
                sets.stream().map(set -> String.valueOf(set.id())).toList(),
                SelectionRule.CONTRADICTION.name(),
                String.valueOf(AffectNetOrder.USUAL_MARGIN),
                "",
                String.valueOf(AffectNetOrder.USUAL_UNFIT),
                List.of());
    }

    /** @throws Problem naming each field that can't be understood or is out of range */
    AffectNetOrder order() {
        Faults faults = new Faults();
        int wantedNumber = required("number", number, Integer::valueOf, 1, "a whole number from 1", faults);
        SelectionRule wantedRule = rule(faults);
        Set<Expression> wantedClasses = classes(faults);
        int count = read("perClass", perClass, Integer::valueOf, USUAL_PER_CLASS, "a whole number", faults);
        long wantedSeed = read("seed", seed, Long::valueOf, SEEDS.nextLong(), "a whole number of 64 bits", faults);
        int face = read("minimumFace", minimumFace, Integer::valueOf, 0, "a whole number of pixels", faults);
        double wantedMargin =
                read("margin", margin, Double::valueOf, AffectNetOrder.USUAL_MARGIN, "a number such as 0.2", faults);
        int unfit =
                read("mostUnfit", mostUnfit, Integer::valueOf, AffectNetOrder.USUAL_UNFIT, "a whole number", faults);
        List<Long> others = new ArrayList<>();
        for (String id : parts(excludeSets)) {
            others.add(read("excludeSets", id, Long::valueOf, 0L, "are numbers of sets", faults));
        }
        boolean whole = whole(faults);
        SelectionCriteria criteria = faults.read(
                () -> new SelectionCriteria(wantedRule, wantedClasses, count, wantedSeed, face), SelectionCriteria.ANY);
        return faults.whole(() -> new AffectNetOrder(
                wantedNumber,
                criteria,
                blank(trainingPath) ? null : stripped(trainingPath),
                stripped(images),
                wantedMargin,
                whole,
                unfit,
                parts(models),
                others));
    }

    private SelectionRule rule(Faults faults) {
        String wanted = stripped(kind).toUpperCase(Locale.ROOT);
        if (wanted.equals(SetKind.RANDOM.name())) {
            return SelectionRule.RANDOM;
        }
        if (!wanted.equals(SetKind.CONFUSING.name())) {
            faults.add("kind", blank(kind) ? "is missing" : "is RANDOM or CONFUSING");
            return SelectionRule.RANDOM;
        }
        String name = blank(rule)
                ? SelectionRule.CONTRADICTION.name()
                : stripped(rule).toUpperCase(Locale.ROOT);
        Optional<SelectionRule> found = Arrays.stream(SelectionRule.values())
                .filter(one -> one != SelectionRule.RANDOM && one.name().equals(name))
                .findFirst();
        if (found.isEmpty()) {
            faults.add("rule", "is CONTRADICTION, ENTROPY, GAP or MIX");
        }
        return found.orElse(SelectionRule.CONTRADICTION);
    }

    private boolean whole(Faults faults) {
        String text = stripped(wholePicture).toLowerCase(Locale.ROOT);
        if (!Set.of("", "true", "false", "on").contains(text)) {
            faults.add("wholePicture", "is true or false");
        }
        return text.equals("true") || text.equals("on");
    }

    private Set<Expression> classes(Faults faults) {
        if (classes == null) {
            return EnumSet.allOf(Expression.class);
        }
        Set<Expression> found = EnumSet.noneOf(Expression.class);
        for (String name : parts(classes)) {
            Optional<Expression> one = Expression.all().stream()
                    .filter(any -> any.english().equals(name.toLowerCase(Locale.ROOT)))
                    .findFirst();
            one.ifPresentOrElse(found::add, () -> {
                faults.add("classes", "are some of " + names() + "; " + name + " is none");
                found.add(Expression.NEUTRAL); // A class stands in for it, so that no other fault is told.
            });
        }
        return found;
    }

    private static String names() {
        return Expression.all().stream().map(Expression::english).collect(Collectors.joining(", "));
    }

    private static List<String> parts(@Nullable List<String> texts) {
        return texts == null
                ? List.of()
                : texts.stream()
                        .flatMap(text -> Arrays.stream(text.split(",")))
                        .map(String::strip)
                        .filter(text -> !text.isEmpty())
                        .toList();
    }

    /** @param leftOut the value if nothing was typed; it also stands in for a text that can't be understood */
    private static <T> T read(
            String field, @Nullable String text, Function<String, T> parse, T leftOut, String rule, Faults faults) {
        return blank(text) ? leftOut : required(field, text, parse, leftOut, rule, faults);
    }

    /** @param otherwise the value that stands in for a text that is missing or can't be understood */
    private static <T> T required(
            String field, @Nullable String text, Function<String, T> parse, T otherwise, String rule, Faults faults) {
        try {
            return parse.apply(stripped(text));
        } catch (NumberFormatException e) {
            faults.add(field, blank(text) ? "is missing" : rule);
            return otherwise;
        }
    }

    private static String stripped(@Nullable String text) {
        return text == null ? "" : text.strip();
    }

    private static boolean blank(@Nullable String text) {
        return text == null || text.isBlank();
    }
}
