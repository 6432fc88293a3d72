package org.c25.trainer.train;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.c25.trainer.Problem;
import org.c25.trainer.Torch;
import org.c25.trainer.answers.Dimension;
import org.c25.trainer.crowd.CrowdKind;
import org.c25.trainer.drawn.DrawnWorld;
import org.c25.trainer.drawn.SimulatedRater;
import org.c25.trainer.learning.Faces;
import org.c25.trainer.learning.Inputs;
import org.c25.trainer.learning.Labels;
import org.c25.trainer.learning.LabelsAs;
import org.c25.trainer.learning.Settings;
import org.c25.trainer.learning.Target;
import org.c25.trainer.measures.Held;
import org.c25.trainer.network.Architecture;
import org.c25.trainer.outcome.Outcome;
import org.c25.trainer.outcome.Study;
import org.c25.trainer.pictures.Preprocessing;
import org.c25.trainer.predict.PictureOptions;
import picocli.CommandLine.Command;
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
    private static final int WARM_UP = 5;
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
            description = "answers an image; 3,25 unless said otherwise")
    private List<Integer> ratings = List.of(3, 25);

    @Option(
            names = "--images",
            paramLabel = "N",
            description = "drawn faces, a third of them held out; 1200 unless said otherwise")
    private int images = 1200;

    @Option(
            names = "--size",
            paramLabel = "N",
            description = "width and height of the faces in pixels; 32 unless said otherwise")
    private int size = 32;

    @Option(names = "--epochs", paramLabel = "N", description = "all epochs; 15 unless said otherwise")
    private int epochs = 15;

    @Option(
            names = "--seeds",
            split = ",",
            paramLabel = "N,…",
            description = "a network each; 1,2,3 unless said otherwise")
    private List<Long> seeds = List.of(1L, 2L, 3L);

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "how many threads compute; all cores but one unless said otherwise")
    private int threads = Torch.usualThreads();

    private final PrintStream says;

    DrawnStudy(PrintStream says) {
        this.says = says;
    }

    @Override
    public Integer call() {
        check();
        Torch.start(threads);
        List<Study> studies = new ArrayList<>();
        for (int answers : ratings) {
            studies.add(study(answers, studies.isEmpty()));
        }
        // However many answers an image has, the raters are the same.
        List<SimulatedRater> raters = DrawnWorld.of(images, size, 1, WORLD).raters();
        says.println(DrawnTable.of(studies, raters));
        return Train.DONE;
    }

    private void check() {
        if (threads < 1 || images < FEWEST_IMAGES || size < PictureOptions.LEAST || epochs <= WARM_UP) {
            throw new Problem("--threads is at least 1, --images at least " + FEWEST_IMAGES + ", --size at least "
                    + PictureOptions.LEAST + ", and --epochs more than the " + WARM_UP + " on vote shares.");
        }
        if (ratings.stream().anyMatch(one -> one < 1 || one > DrawnWorld.RATERS)) {
            throw new Problem("--ratings are 1 to " + DrawnWorld.RATERS + ": there are so many raters.");
        }
        if (seeds.stream().distinct().count() < seeds.size()) {
            throw new Problem("--seeds names a seed twice: the same seed gives the same network.");
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
            outcomes = runs.all(ways(world, small, truth), seeds);
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
                LabelsAs.CROWD,
                Map.of(false, CrowdKind.MW),
                small,
                WARM_UP,
                epochs,
                32,
                1e-3,
                1e-2,
                preprocessing(),
                0,
                threads);
        List<Runs.Way> ways = new ArrayList<>();
        if (truth) {
            ways.add(new Runs.Way(crowd.withLabels(LabelsAs.TRUTH), Labels.of(world.truth())));
        }
        ways.addAll(List.of(
                new Runs.Way(crowd.withLabels(LabelsAs.MV), Labels.of(world.answers(), true)),
                new Runs.Way(crowd.withLabels(LabelsAs.SHARES), shares),
                new Runs.Way(crowd.withWarmUp(0), shares),
                new Runs.Way(crowd, shares),
                new Runs.Way(crowd.withCrowd(Map.of(false, CrowdKind.VW_B)), shares)));
        return ways;
    }
}
