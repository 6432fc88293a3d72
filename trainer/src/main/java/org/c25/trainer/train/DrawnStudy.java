package org.c25.trainer.train;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.c25.trainer.Commands;
import org.c25.trainer.Problem;
import org.c25.trainer.Torch;
import org.c25.trainer.answers.Dimension;
import org.c25.trainer.crowd.CrowdKind;
import org.c25.trainer.drawn.DrawnWorld;
import org.c25.trainer.learning.Faces;
import org.c25.trainer.learning.Inputs;
import org.c25.trainer.learning.Labels;
import org.c25.trainer.learning.LabelsAs;
import org.c25.trainer.learning.Settings;
import org.c25.trainer.learning.Source;
import org.c25.trainer.learning.Steps;
import org.c25.trainer.learning.Target;
import org.c25.trainer.measures.Held;
import org.c25.trainer.network.Architecture;
import org.c25.trainer.outcome.Outcome;
import org.c25.trainer.outcome.Study;
import org.c25.trainer.pictures.Preprocessing;
import org.c25.trainer.predict.PictureOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * The command {@code bin/train drawn}: what each way of learning is worth where the truth is known, on drawn faces that
 * simulated raters answered.
 */
@Command(
        name = "drawn",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description =
                "Trains on drawn faces and simulated raters, 8 good, 8 careless and 9 who share a bias, and holds the"
                        + " networks against the truth.")
final class DrawnStudy implements Callable<Integer> {

    private static final double HELD_OUT = 1 / 3.0;
    private static final long WORLD = 1;
    private static final int FEWEST_IMAGES = 30;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "DIR",
            description = "the folder for the networks and reports")
    private Path out = Path.of("drawn");

    @Option(
            names = "--ratings",
            split = ",",
            paramLabel = "N,…",
            defaultValue = "3,25",
            description = "answers an image; ${DEFAULT-VALUE} unless said otherwise")
    private List<Integer> ratings = List.of();

    @Option(
            names = "--images",
            paramLabel = "N",
            description = "drawn faces, a third of them held out; ${DEFAULT-VALUE} unless said otherwise")
    private int images = 1200;

    @Option(
            names = "--size",
            paramLabel = "N",
            description = "width and height of the faces in pixels; ${DEFAULT-VALUE} unless said otherwise")
    private int size = 32;

    @Mixin
    private TrainingOptions training = new TrainingOptions();

    private final PrintStream says;

    DrawnStudy(PrintStream says) {
        this.says = says;
    }

    @Override
    public Integer call() {
        check();
        Torch.start(training.threads());
        List<Study> studies = new ArrayList<>();
        for (int answers : ratings) {
            studies.add(study(answers, studies.isEmpty()));
        }
        // However many answers an image has, faces and raters are the same.
        DrawnWorld world = DrawnWorld.of(images, size, 1, WORLD);
        says.println(new DrawnTable(
                        studies,
                        world.raters(),
                        Objects.requireNonNull(world.truth().get(Dimension.EXPRESSION)))
                .text());
        return Commands.DONE;
    }

    private void check() {
        training.check();
        if (images < FEWEST_IMAGES || size < PictureOptions.LEAST || training.epochs() <= Source.USUAL_WARM_UP) {
            throw new Problem("--images is at least " + FEWEST_IMAGES + ", --size at least " + PictureOptions.LEAST
                    + ", and --epochs more than the " + Source.USUAL_WARM_UP + " on vote shares.");
        }
        if (ratings.stream().anyMatch(one -> one < 1 || one > DrawnWorld.RATERS)) {
            throw new Problem("--ratings are 1 to " + DrawnWorld.RATERS + ": there are so many raters.");
        }
    }

    /** @param truth whether networks learn the truth, too: it is the same however many answers there are */
    private Study study(int answers, boolean truth) {
        DrawnWorld world = DrawnWorld.of(images, size, answers, WORLD);
        Split split = Split.of("person", world.persons(), HELD_OUT, WORLD);
        Architecture small = new Architecture(Architecture.Kind.SMALL);
        Faces faces = Faces.of(world.pictures(), preprocessing());
        Map<Dimension, Held.Reference> references = new EnumMap<>(Dimension.class);
        world.truth().forEach((dimension, column) -> references.put(dimension, image -> column[image]));
        Path folder = out.resolve(answers + "-ratings");
        List<Outcome> outcomes;
        try (Watch watch = new Watch(says)) {
            Outcomes from = new Outcomes(world.answers(), faces, split, references);
            Runs runs = new Runs(folder, world.answers(), Inputs.of(faces), split, from, List.of(), watch);
            outcomes = runs.all(ways(world, small, truth), training.seeds());
            watch.isDone();
        }
        Study study = new Study(
                "Drawn faces, " + answers + " ratings an image",
                Study.TRUTH,
                world.answers(),
                split.train(),
                split.test(),
                split.by(),
                Ceilings.of(world.answers(), Target.EXPRESSION, split),
                outcomes);
        Reports.write(study, folder, says);
        return study;
    }

    private Preprocessing preprocessing() {
        return PictureOptions.own(size);
    }

    private List<Runs.Way> ways(DrawnWorld world, Architecture small, boolean truth) {
        Labels shares = Labels.of(world.answers(), false);
        Settings crowd = new Settings(
                Target.EXPRESSION,
                Source.crowd(Map.of(false, CrowdKind.MW)),
                small,
                preprocessing(),
                Steps.USUAL.withEpochs(training.epochs()),
                0,
                training.threads());
        List<Runs.Way> ways = new ArrayList<>();
        if (truth) {
            ways.add(new Runs.Way(crowd.from(Source.labels(LabelsAs.TRUTH)), Labels.of(world.truth())));
        }
        ways.addAll(List.of(
                new Runs.Way(crowd.from(Source.labels(LabelsAs.MV)), Labels.of(world.answers(), true)),
                new Runs.Way(crowd.from(Source.labels(LabelsAs.SHARES)), shares),
                new Runs.Way(crowd.from(crowd.source().cold()), shares),
                new Runs.Way(crowd, shares),
                new Runs.Way(crowd.from(Source.crowd(Map.of(false, CrowdKind.VW_B))), shares)));
        return ways;
    }
}
