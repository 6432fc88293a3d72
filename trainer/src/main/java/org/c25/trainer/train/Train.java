package org.c25.trainer.train;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.c25.trainer.Commands;
import org.c25.trainer.OutFolder;
import org.c25.trainer.Problem;
import org.c25.trainer.Torch;
import org.c25.trainer.answers.Answers;
import org.c25.trainer.answers.C25Files;
import org.c25.trainer.answers.Dimension;
import org.c25.trainer.crowd.CrowdKind;
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
import org.c25.trainer.outcome.Study;
import org.c25.trainer.pictures.PictureFolder;
import org.c25.trainer.pictures.Preprocessing;
import org.c25.trainer.predict.NetFile;
import org.c25.trainer.predict.PictureOptions;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The command {@code bin/train}. */
@Command(
        name = Train.NAME,
        mixinStandardHelpOptions = true,
        sortOptions = false,
        subcommands = DrawnStudy.class,
        description =
                "Trains networks on a set's images and answers, with the majority vote and the vote shares beside what"
                        + " is asked for, and writes a report and a folder for each network. See docs/trainer.md.")
public final class Train implements Callable<Integer> {

    static final String NAME = "bin/train";

    @Option(names = "--images", paramLabel = "DIR", description = "the folder of images, with the folders below it")
    private @Nullable Path images;

    @Option(
            names = "--labels",
            paramLabel = "DIR|ZIP",
            description = "the C25 files of a set: a folder, an export or a data package")
    private @Nullable Path labels;

    @Option(
            names = "--target",
            paramLabel = "WHAT",
            description =
                    "expression, valence, arousal, both (valence and arousal) or all; expression unless said otherwise")
    private Target target = Target.EXPRESSION;

    @Option(
            names = "--model",
            paramLabel = "WHAT",
            description =
                    "small, resnet50, or a TorchScript file with --preset, upon whose outputs a new last layer learns;"
                            + " small unless said otherwise")
    private String model = "small";

    @Mixin
    private PictureOptions pictureOptions = new PictureOptions();

    @Option(
            names = "--output",
            paramLabel = "OUTPUT,…",
            split = ",",
            description =
                    "of a TorchScript file: the outputs, by name or number from 0, upon which the new last layer learns;"
                            + " unless said otherwise those that the preset reads, or the only one")
    private @Nullable List<String> outputs;

    @Option(
            names = "--fine-tune",
            description = "all weights of a TorchScript file learn, and not the new last layer alone")
    private boolean fineTune;

    @Option(names = "--labels-as", paramLabel = "HOW", description = "mv, shares or crowd; crowd unless said otherwise")
    private LabelsAs labelsAs = LabelsAs.CROWD;

    @Option(
            names = "--crowd",
            paramLabel = "KIND",
            description =
                    "the crowd layer: mw, vw or vw+b for the expression, s, b or s+b for valence and arousal, or one of"
                            + " each, such as mw,s+b; that unless said otherwise")
    private String crowd = "mw,s+b";

    @Option(
            names = "--warm-up",
            paramLabel = "N",
            description = "epochs on vote shares before the crowd layer; ${DEFAULT-VALUE} unless said otherwise")
    private int warmUp = Source.USUAL_WARM_UP;

    @Option(names = "--batch", paramLabel = "N", description = "images a step; ${DEFAULT-VALUE} unless said otherwise")
    private int batch = Steps.USUAL.batch();

    @Option(names = "--rate", paramLabel = "X", description = "size of a step; ${DEFAULT-VALUE} unless said otherwise")
    private double rate = Steps.USUAL.rate();

    @Option(
            names = "--crowd-rate",
            paramLabel = "X",
            description = "size of a step of the crowd layer; ${DEFAULT-VALUE} unless said otherwise")
    private double crowdRate = Source.USUAL_CROWD_RATE;

    @Mixin
    private TrainingOptions training = new TrainingOptions();

    @Option(
            names = "--manifest",
            paramLabel = "FILE",
            description =
                    "the set's manifest, with AffectNet's labels as one more way to learn, and, in a column person, who"
                            + " is in each picture")
    private @Nullable Path manifest;

    @Option(
            names = "--test",
            paramLabel = "SHARE",
            description = "how much is held out; ${DEFAULT-VALUE} unless said otherwise")
    private double test = 0.25;

    @Option(
            names = "--split-seed",
            paramLabel = "N",
            description = "draws what is held out; ${DEFAULT-VALUE} unless said otherwise")
    private long splitSeed = 1;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "the folder for the networks and report.html; a run that was broken off" + " goes on in it")
    private @Nullable Path out;

    private final PrintStream says;

    Train(PrintStream says) {
        this.says = says;
    }

    /** Runs the command, and ends the machine with 0 (done), 1 (refused), 2 (unknown options) or 130 (stopped). */
    public static void main(String... arguments) {
        Commands.exit(run(System.out, System.err, arguments));
    }

    /** Runs the command and returns its exit code. */
    static int run(PrintStream says, PrintStream warns, String... arguments) {
        CommandLine line = new CommandLine(Train.class, new Factory(says));
        line.registerConverter(Target.class, text -> Commands.oneOf(text, Target.values()));
        line.registerConverter(
                LabelsAs.class, text -> Commands.oneOf(text, LabelsAs.MV, LabelsAs.SHARES, LabelsAs.CROWD));
        return Commands.execute(line, says, warns, arguments);
    }

    /** Makes the commands, all of which say what they do to the same reader. */
    private record Factory(PrintStream says) implements CommandLine.IFactory {

        @Override
        public <K> K create(Class<K> kind) throws Exception {
            if (kind == Train.class) {
                return kind.cast(new Train(says));
            }
            return kind == DrawnStudy.class
                    ? kind.cast(new DrawnStudy(says))
                    : CommandLine.defaultFactory().create(kind);
        }
    }

    @Override
    public Integer call() {
        Path folder = Commands.given(NAME, "--out", out);
        Path labelled = Commands.given(NAME, "--labels", labels);
        PictureFolder pictures = PictureFolder.of(Commands.given(NAME, "--images", images));
        check();
        Architecture architecture = architecture();
        Preprocessing preprocessing = pictureOptions.forTraining(architecture);
        OutFolder.make(folder);
        Answers answers = C25Files.read(labelled, target.dimensions()).withoutFreeColumns();
        target.dimensions().forEach(one -> refuseWithoutAnswers(answers, one, labelled));
        Manifest known = manifest == null ? null : Manifest.read(manifest, answers.images());
        List<String> persons = known == null ? List.of() : known.persons();
        Split split = persons.isEmpty()
                ? Split.of("image", answers.images(), test, splitSeed)
                : Split.of("person", persons, test, splitSeed);
        Faces faces = Faces.read(pictures, answers.images(), preprocessing);
        Torch.start(training.threads());
        Inputs inputs = architecture.kind() == Architecture.Kind.FROZEN
                ? Inputs.frozen(faces, architecture, batch)
                : Inputs.of(faces);
        Settings settings = settings(architecture, preprocessing);
        Map<Dimension, Held.Reference> references = new EnumMap<>(Dimension.class);
        target.dimensions().forEach(one -> references.put(one, Held.people(answers, one)));
        Outcomes outcomes = new Outcomes(answers, faces, split, references);
        List<Path> files = new ArrayList<>(C25Files.sources(labelled));
        if (manifest != null) {
            files.add(manifest);
        }
        if (architecture.file() != null) {
            files.add(architecture.file());
        }
        try (Watch watch = new Watch(says)) {
            Runs runs = new Runs(folder, answers, inputs, split, outcomes, files, watch);
            Study study = new Study(
                    String.valueOf(labelled.getFileName()),
                    Study.PEOPLE,
                    answers,
                    split.train(),
                    split.test(),
                    split.by(),
                    Ceilings.of(answers, target, split),
                    runs.all(ways(settings, answers, known), training.seeds()));
            Reports.write(study, folder, says);
            watch.isDone();
        }
        return Commands.DONE;
    }

    private static void refuseWithoutAnswers(Answers answers, Dimension dimension, Path labelled) {
        if (answers.answering(dimension) == 0) {
            throw new Problem("Nobody has answered anything of " + dimension.key() + " in " + labelled + ".");
        }
    }

    private void check() {
        training.check();
        if (batch < 2) {
            throw new Problem("--batch is at least 2.");
        }
        if (labelsAs == LabelsAs.CROWD && (warmUp < 0 || warmUp >= training.epochs())) {
            throw new Problem("--warm-up is at least 0 and less than --epochs, which are " + training.epochs()
                    + ": the crowd layer learns in the epochs after it.");
        }
        if (!(test > 0 && test < 1) || !(rate > 0) || !(crowdRate > 0)) {
            throw new Problem("--test lies between 0 and 1, --rate and --crowd-rate are above 0.");
        }
    }

    private Architecture architecture() {
        Architecture read = Architecture.read(model, fineTune);
        if (!read.kind().isFile()) {
            if (fineTune || outputs != null) {
                throw new Problem("--fine-tune and --output go with a TorchScript file, and not with --model " + model
                        + ", all of which learns.");
            }
            return read;
        }
        NetFile.needTorchScript(Objects.requireNonNull(read.file()));
        return read.upon(outputs == null ? pictureOptions.outputs() : outputs);
    }

    private Settings settings(Architecture architecture, Preprocessing preprocessing) {
        Map<Boolean, CrowdKind> kinds = new LinkedHashMap<>();
        if (labelsAs == LabelsAs.CROWD) {
            CrowdKind.read(crowd).forEach((scale, kind) -> {
                if (scale ? target.hasScale() : target.hasExpression()) {
                    kinds.put(scale, kind);
                }
            });
            if (target.hasScale() && !kinds.containsKey(true) || target.hasExpression() && !kinds.containsKey(false)) {
                throw new Problem("--crowd " + crowd + " has no layer for "
                        + target.name().toLowerCase(Locale.ROOT)
                        + ": mw, vw or vw+b are for the expression, s, b or s+b for valence and arousal.");
            }
        }
        return new Settings(
                target,
                new Source(labelsAs, kinds, warmUp, crowdRate),
                architecture,
                preprocessing,
                new Steps(training.epochs(), batch, rate),
                0,
                training.threads());
    }

    /** Returns what is asked for, with majority vote, vote shares and AffectNet's labels beside it. */
    private List<Runs.Way> ways(Settings asked, Answers answers, @Nullable Manifest known) {
        List<Runs.Way> ways = new ArrayList<>();
        ways.add(new Runs.Way(asked.from(Source.labels(LabelsAs.MV)), Labels.of(answers, true)));
        ways.add(new Runs.Way(asked.from(Source.labels(LabelsAs.SHARES)), Labels.of(answers, false)));
        if (labelsAs == LabelsAs.CROWD) {
            ways.add(new Runs.Way(asked, Labels.of(answers, false)));
        }
        if (known != null && target.dimensions().stream().allMatch(known::has)) {
            ways.add(new Runs.Way(asked.from(Source.labels(LabelsAs.AFFECTNET)), Labels.of(known.labels())));
        }
        return ways;
    }
}
