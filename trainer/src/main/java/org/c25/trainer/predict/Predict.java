package org.c25.trainer.predict;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.c25.trainer.Commands;
import org.c25.trainer.OutFolder;
import org.c25.trainer.Problem;
import org.c25.trainer.Torch;
import org.c25.trainer.WholeFile;
import org.c25.trainer.pictures.FaceBoxes;
import org.c25.trainer.pictures.PictureFolder;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The command {@code bin/predict}. */
@Command(
        name = Predict.NAME,
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description =
                "Asks a network about the images of a set, and writes predictions.csv and model.json for the Models"
                        + " page. What it takes and gives is stated by a preset: see --presets and docs/networks.")
public final class Predict implements Callable<Integer> {

    static final String NAME = "bin/predict";
    private static final double USUAL_MARGIN = 0.2;

    @Option(names = "--presets", description = "lists the presets, and asks nothing")
    private boolean listing;

    @Option(
            names = "--model",
            paramLabel = "FILE|DIR",
            description =
                    "the network: an ONNX or TorchScript file with" + " --preset, or a folder that bin/train has saved")
    private @Nullable Path model;

    @Option(names = "--images", paramLabel = "DIR", description = "the folder of images, with the folders below it")
    private @Nullable Path images;

    @Option(
            names = "--items",
            paramLabel = "FILE",
            description = "a CSV with filename, and index: only its images, in"
                    + " its order; such as the set's manifest or one of its C25 files")
    private @Nullable Path items;

    @Option(
            names = "--boxes",
            paramLabel = "FILE",
            description = "crops each image to its face box as the web"
                    + " application does: AffectNet's Training.csv, or a CSV with"
                    + " filename,face_x,face_y,face_width,face_height")
    private @Nullable Path boxes;

    @Option(
            names = "--margin",
            paramLabel = "SHARE",
            description = "with --boxes: what is added on each side; 0.2 unless" + " said otherwise")
    private @Nullable Double margin;

    @Option(names = "--out", paramLabel = "DIR", description = "the folder for predictions.csv and model.json")
    private @Nullable Path out;

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "how many threads compute; all cores but one unless said" + " otherwise")
    private int threads = Torch.usualThreads();

    @Option(
            names = "--batch",
            paramLabel = "N",
            description = "how many images at once; ${DEFAULT-VALUE} unless said otherwise; fewer need less memory")
    private int batch = 32;

    @Mixin
    private CustomOptions custom = new CustomOptions();

    private final PrintStream says;
    private final PrintStream warns;

    Predict(PrintStream says, PrintStream warns) {
        this.says = says;
        this.warns = warns;
    }

    /** Runs the command, and ends the machine with 0 (done), 1 (refused), 2 (unknown options) or 130 (stopped). */
    public static void main(String... arguments) {
        Commands.exit(run(System.out, System.err, arguments));
    }

    /** Runs the command and returns its exit code. */
    public static int run(PrintStream says, PrintStream warns, String... arguments) {
        return Commands.execute(new CommandLine(new Predict(says, warns)), says, warns, arguments);
    }

    @Override
    public Integer call() {
        if (listing) {
            Presets.all().forEach(one -> says.println(one.line()));
            says.println(Presets.CUSTOM + ": by options, see --help");
            return Commands.DONE;
        }
        Path file = Commands.given(NAME, "--model", model);
        Path folder = Commands.given(NAME, "--out", out);
        if (threads < 1 || batch < 1) {
            throw new Problem("--threads and --batch are at least 1.");
        }
        PictureSource source = source();
        List<Item> all = items == null ? Item.of(source.folder()) : Item.read(items);
        OutFolder.make(folder);
        try (Progress progress = new Progress(warns);
                LoadedModel loaded = Loading.of(file, custom, source, threads)) {
            MissingClasses.of(loaded.readout()).ifPresent(warns::println);
            Optional<List<Prediction>> predictions = new Asking(loaded, source, batch).about(all, progress);
            if (predictions.isEmpty()) {
                warns.println("Stopped. Nothing was written.");
                return Commands.STOPPED;
            }
            write(folder, loaded, predictions.get());
        }
        return Commands.DONE;
    }

    private PictureSource source() {
        PictureFolder pictures = PictureFolder.of(Commands.given(NAME, "--images", images));
        if (boxes == null && margin != null) {
            throw new Problem("--margin goes with --boxes.");
        }
        if (margin != null && !(margin >= 0 && margin <= 1)) {
            throw new Problem("--margin is a share of the box from 0 to 1, not " + margin + ".");
        }
        return new PictureSource(
                pictures, boxes == null ? null : FaceBoxes.read(boxes), margin == null ? USUAL_MARGIN : margin);
    }

    private void write(Path folder, LoadedModel loaded, List<Prediction> predictions) {
        byte[] csv = PredictionsCsv.of(predictions, loaded.readout());
        WholeFile.write(folder.resolve("predictions.csv"), csv);
        WholeFile.write(folder.resolve("model.json"), ModelCard.bytes(loaded.card(), csv));
        says.println("Written: " + folder.resolve("predictions.csv") + " (" + predictions.size() + " images) and "
                + folder.resolve("model.json"));
    }
}
