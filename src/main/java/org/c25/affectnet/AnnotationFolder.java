package org.c25.affectnet;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import java.util.function.DoublePredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.c25.common.CsvNumbers;
import org.c25.common.Fault;
import org.c25.common.FaultList;
import org.c25.common.Problem;
import org.c25.images.ImageFolder;
import org.c25.images.UnfitImageException;

/**
 * Reads AffectNet as it is given out today, without a Training.csv: {@code images/{n}.jpg}, and for each image
 * {@code annotations/{n}_exp.npy}, {@code {n}_val.npy} and {@code {n}_aro.npy}. The number n is the index. The pictures
 * are of faces alone, so that there are no boxes.
 */
final class AnnotationFolder {

    private static final String ANNOTATIONS = "annotations";
    private static final Pattern EXPRESSION = Pattern.compile("(\\d{1,9})_exp\\.npy");
    private static final int GREATEST_CODE = 10;

    private final FaultList faults;
    private final ImageFolder folder;
    private final MessageDigest digest;

    private AnnotationFolder(String field, ImageFolder folder, MessageDigest digest) {
        this.faults = new FaultList(field);
        this.folder = folder;
        this.digest = digest;
    }

    /**
     * Reads all annotations in the order of their numbers.
     *
     * @param digest gets all that was read, so that the same annotations give the same hash
     * @return how many images there are
     * @throws Problem 422 naming each file that is missing or holds something else
     */
    static int read(String field, ImageFolder folder, MessageDigest digest, Consumer<TrainingRow> rows) {
        return new AnnotationFolder(field, folder, digest).readAll(rows);
    }

    private int readAll(Consumer<TrainingRow> rows) {
        List<Integer> numbers = new ArrayList<>();
        for (String name : folder.names(ANNOTATIONS)) {
            Matcher expression = EXPRESSION.matcher(name);
            if (expression.matches() && expression.group(1).matches("0.+")) {
                faults.add(Fault.inFile(
                        faults.field(),
                        ANNOTATIONS + "/" + name,
                        "has a number with noughts before it; AffectNet's have none"));
            } else if (expression.matches()) {
                numbers.add(Integer.valueOf(expression.group(1)));
            }
        }
        faults.refuseIfAny();
        if (numbers.isEmpty()) {
            throw Problem.invalid(
                    faults.field(),
                    "is a folder without AffectNet's annotations: annotations/{n}_exp.npy, {n}_val.npy and {n}_aro.npy"
                            + " are needed beside images/{n}.jpg; or name Training.csv");
        }
        Collections.sort(numbers);
        for (int number : numbers) {
            double expression = value(
                    number,
                    "exp",
                    code -> code == Math.rint(code) && code >= 0 && code <= GREATEST_CODE,
                    "holds an AffectNet code, 0 to 10");
            double valence = value(number, "val", AnnotationFolder::isAffectNetValue, "holds -1 to 1, or -2");
            double arousal = value(number, "aro", AnnotationFolder::isAffectNetValue, "holds -1 to 1, or -2");
            if (!faults.isAny()) {
                rows.accept(new TrainingRow(
                        number, number, "images/" + number + ".jpg", null, (byte) expression, valence, arousal));
            }
        }
        faults.refuseIfAny();
        return numbers.size();
    }

    private static boolean isAffectNetValue(double value) {
        return value >= -1 && value <= 1 || value == -2;
    }

    private double value(int number, String what, DoublePredicate fits, String rule) {
        String name = ANNOTATIONS + "/" + number + "_" + what + ".npy";
        String message;
        try {
            String text = Npy.value(folder.read(name));
            digest.update((number + " " + what + " " + text + "\n").getBytes(StandardCharsets.UTF_8));
            OptionalDouble value = CsvNumbers.decimal(text);
            if (value.isPresent() && fits.test(value.getAsDouble())) {
                return value.getAsDouble();
            }
            message = rule + ", not " + text;
        } catch (UnfitImageException | IllegalArgumentException unfit) {
            message = String.valueOf(unfit.getMessage());
        }
        faults.add(Fault.inFile(faults.field(), name, message));
        return -2;
    }
}
