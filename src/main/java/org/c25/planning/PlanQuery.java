package org.c25.planning;

import io.swagger.v3.oas.annotations.Parameter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The part of an address that says what a study is to reach, as somebody typed it. What is left out is as usual. */
record PlanQuery(
        @Parameter(description = "of a set: expression, valence or arousal; without one: expression or scale") @Nullable
        String of,

        @Parameter(
                description = "the variance of the images' true values, in squares of the scale's unit; without a set")
        @Nullable
        String image,

        @Parameter(description = "the variance of the raters' levels; without a set") @Nullable
        String rater,

        @Parameter(description = "the variance image × rater; without a set") @Nullable
        String imageByRater,

        @Parameter(
                description = "the variance between two answers of one rater to one image; 0 if it is in imageByRater;"
                        + " without a set")
        @Nullable
        String error,

        @Parameter(description = "Cohen's κ of two raters; without a set") @Nullable
        String kappa,

        @Parameter(description = "the wanted reliability, such as 0.8") @Nullable
        String reliability,

        @Parameter(description = "the wanted ± of an image's mean, in units of the scale; may be empty") @Nullable
        String precision,

        @Parameter(description = "the wanted ± of ICC(2,1) or Fleiss' κ; may be empty") @Nullable
        String margin,

        @Parameter(description = "how many images a rater sees") @Nullable
        String images,

        @Parameter(description = "how many per cent of them a rater sees twice") @Nullable
        String repeats,

        @Parameter(description = "seconds a face") @Nullable String seconds,

        @Parameter(description = "the pay of a rater; may be empty") @Nullable
        String pay,

        @Parameter(description = "what the pay is for: rater, the whole, or hour") @Nullable
        String per) {

    /** Returns the query that has these fields, by their names; all others are left out. */
    static PlanQuery of(Map<String, String> typed) {
        return new PlanQuery(
                typed.get("of"),
                typed.get("image"),
                typed.get("rater"),
                typed.get("imageByRater"),
                typed.get("error"),
                typed.get("kappa"),
                typed.get("reliability"),
                typed.get("precision"),
                typed.get("margin"),
                typed.get("images"),
                typed.get("repeats"),
                typed.get("seconds"),
                typed.get("pay"),
                typed.get("per"));
    }

    /** Returns the same, with what is left out taken from another. */
    PlanQuery or(PlanQuery usual) {
        return new PlanQuery(
                or(of, usual.of),
                or(image, usual.image),
                or(rater, usual.rater),
                or(imageByRater, usual.imageByRater),
                or(error, usual.error),
                or(kappa, usual.kappa),
                or(reliability, usual.reliability),
                or(precision, usual.precision),
                or(margin, usual.margin),
                or(images, usual.images),
                or(repeats, usual.repeats),
                or(seconds, usual.seconds),
                or(pay, usual.pay),
                or(per, usual.per));
    }

    private static @Nullable String or(@Nullable String typed, @Nullable String usual) {
        return typed == null ? usual : typed;
    }

    /** Returns the part of an address after its question mark that asks the same of another kind. */
    public String query(PlanKind kind) {
        Map<String, @Nullable String> fields = new LinkedHashMap<>();
        fields.put("of", kind.key());
        fields.put("image", image);
        fields.put("rater", rater);
        fields.put("imageByRater", imageByRater);
        fields.put("error", error);
        fields.put("kappa", kappa);
        fields.put("reliability", reliability);
        fields.put("precision", precision);
        fields.put("margin", margin);
        fields.put("images", images);
        fields.put("repeats", repeats);
        fields.put("seconds", seconds);
        fields.put("pay", pay);
        fields.put("per", per);
        return fields.entrySet().stream()
                .filter(field -> field.getValue() != null)
                .map(field -> field.getKey() + "="
                        + URLEncoder.encode(Objects.requireNonNull(field.getValue()), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
