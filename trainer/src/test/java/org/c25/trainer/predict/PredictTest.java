package org.c25.trainer.predict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.c25.trainer.predict.TestNets.file;
import static org.c25.trainer.predict.TestNets.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.c25.trainer.Sha256;
import org.c25.trainer.predict.TestNets.Ran;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the command takes, writes and refuses. */
class PredictTest {

    private static final String B0 = "hsemotion-b0-vgaf";
    private static final Path NET = file("nets/" + B0 + ".onnx");

    @TempDir
    private Path folder;

    private Path out() {
        return folder.resolve("out");
    }

    private Ran ask(Path net, String preset, Object... more) {
        List<Object> arguments =
                new ArrayList<>(List.of("--model", net, "--preset", preset, "--out", out(), "--threads", 1));
        if (!Arrays.asList(more).contains("--images")) {
            arguments.addAll(List.of("--images", file("pictures")));
        }
        arguments.addAll(List.of(more));
        return run(arguments.toArray());
    }

    private void refused(Ran ran, String message) throws IOException {
        assertThat(ran.warned()).contains(message);
        assertThat(ran.warned()).doesNotContain("\tat ");
        assertThat(ran.code()).isEqualTo(1);
        if (Files.exists(out())) {
            try (Stream<Path> files = Files.list(out())) {
                assertThat(files).isEmpty();
            }
        }
    }

    @Test
    void writesTheImagesOfTheSetInItsOrder() throws IOException {
        Path items = Files.writeString(
                folder.resolve("expression_set1_C25.csv"), "index,filename,participant0\n1007,c.png,0\n1001,a.png,\n");
        assertThat(ask(NET, B0, "--items", items).code()).isZero();
        List<String> lines = Files.readAllLines(out().resolve("predictions.csv"));
        assertThat(lines.get(0))
                .isEqualTo("index,filename,expression,neutral,happiness,sadness,surprise,fear,disgust,anger,contempt");
        assertThat(lines.get(1)).startsWith("1007,c.png,0,");
        assertThat(lines.get(2)).startsWith("1001,a.png,1,");
        assertThat(lines).hasSize(3);
    }

    @Test
    void theSameRunWritesTheSameBytes() throws IOException {
        ask(NET, B0);
        byte[] csv = Files.readAllBytes(out().resolve("predictions.csv"));
        byte[] card = Files.readAllBytes(out().resolve("model.json"));
        assertThat(ask(NET, B0, "--batch", 1).code()).isZero();
        assertThat(Files.readAllBytes(out().resolve("predictions.csv"))).isEqualTo(csv);
        assertThat(Files.readAllBytes(out().resolve("model.json"))).isEqualTo(card);
        try (Stream<Path> files = Files.list(out())) {
            assertThat(files).hasSize(2);
        }
    }

    @Test
    void theCardSaysWhatWasAskedAndHow() {
        assertThat(ask(file("nets/hsemotion-b2-7.onnx"), "hsemotion-b2-7").warned())
                .contains("This network has no class for contempt: it never answers contempt");
        JsonNode card = JsonMapper.shared().readTree(out().resolve("model.json").toFile());
        assertThat(card.required("format").asString()).isEqualTo("c25-model");
        assertThat(card.required("formatVersion").asInt()).isEqualTo(1);
        assertThat(card.required("preprocessing").required("width").asInt()).isEqualTo(260);
        assertThat(card.required("preprocessing").required("crop").asString()).isEqualTo("none");
        assertThat(card.required("classes").toString()).isEqualTo("[5,4,3,0,7,1,2]");
        assertThat(card.required("inputs").get(0).required("sha256").asString())
                .isEqualTo(Sha256.of(file("nets/hsemotion-b2-7.onnx")));
        assertThat(card.required("outputs").get(0).required("sha256").asString())
                .isEqualTo(Sha256.of(out().resolve("predictions.csv")));
        assertThat(card.required("note").asString()).contains("never answers contempt");
        assertThat(card.required("licence").asString()).isEqualTo("Apache-2.0");
        assertThat(card.has("split")).isFalse();
    }

    @Test
    void cropsToFaceBoxes() throws IOException {
        Path boxes = Files.writeString(
                folder.resolve("boxes.csv"),
                "filename,face_x,face_y,face_width,face_height\na.png,0,0,61,47\nb.png,100,100,80,80\nc.png,0,0,120,200\n");
        ask(NET, B0);
        List<String> whole = Files.readAllLines(out().resolve("predictions.csv"));
        assertThat(ask(NET, B0, "--boxes", boxes, "--margin", 0.5).code()).isZero();
        List<String> cropped = Files.readAllLines(out().resolve("predictions.csv"));
        assertThat(cropped.get(1)).isEqualTo(whole.get(1));
        assertThat(cropped.get(2)).isNotEqualTo(whole.get(2));
        assertThat(cropped.get(3)).isEqualTo(whole.get(3));
        assertThat(Files.readString(out().resolve("model.json"))).contains("face box with margin 0.5");
    }

    @Test
    void aFixedBatchIsFilledUp() throws IOException {
        ask(NET, B0);
        List<String> free = Files.readAllLines(out().resolve("predictions.csv"));
        assertThat(ask(file("other/batch-of-two.onnx"), B0).code()).isZero();
        assertThat(Files.readAllLines(out().resolve("predictions.csv"))).isEqualTo(free);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "nets/hsemotion-b2-8.onnx|hsemotion-b0-vgaf|takes pictures of 260 × 260 pixels, and the preset hsemotion-b0-vgaf gives 224 × 224",
                "nets/emonet-8.pt|hsemotion-b0-vgaf|can't be asked about pictures of 224 × 224 pixels: is it the preset of this file?",
                "nets/hsemotion-b0-va.onnx|hsemotion-b0-vgaf|has 10 columns, not 8",
                "nets/hsemotion-b2-7.onnx|hsemotion-b2-8|has 7 columns, not 8",
                "nets/dan-raf-db.pt|emonet-8|has no output expression. It has",
                "other/five.onnx|emonet-8|has 5 columns, not 8",
                "other/five.onnx|emonet-5|no preset for EmoNet's file of five classes: its README and its demo call the fifth class fear",
                "other/nan.onnx|hsemotion-b0-vgaf|a.png: The network gives",
                "other/channels-last.onnx|hsemotion-b0-vgaf|export it with the channels first",
                "other/weights.pth|emonet-8|only the Python code it was made with can read it. Export it to TorchScript or ONNX first",
                "other/module.pt|hsemotion-b0-vgaf|is pickled by PyTorch",
                "other/old.pth|dan-raf-db|is pickled by PyTorch",
                "expected.json|emonet-8|is no network that is known here",
                "none.onnx|emonet-8|There is no file",
                "nets/emonet-8.onnx|emonet|There is no preset emonet. There are emonet-8, ",
            })
    void refusesWhatDoesNotFit(String net, String preset, String message) throws IOException {
        Path path = net.equals("none.onnx") ? folder.resolve(net) : file(net);
        refused(ask(path, preset), message);
    }

    @Test
    void namesEveryImageThatCannotBeRead() throws IOException {
        Path images = Files.createDirectories(folder.resolve("images"));
        Files.copy(file("pictures/a.png"), images.resolve("a.png"));
        Files.writeString(images.resolve("b.jpg"), "no picture");
        Files.write(images.resolve("c.png"), Arrays.copyOf(Files.readAllBytes(file("pictures/c.png")), 400));
        Ran ran = ask(NET, B0, "--images", images, "--batch", 1);
        refused(ran, images.resolve("b.jpg") + " is not an image");
        refused(ran, images.resolve("c.png") + " is a damaged image");
    }

    @Test
    void namesWhatIsMissing() throws IOException {
        Path empty = Files.createDirectories(folder.resolve("empty"));
        refused(ask(NET, B0, "--images", empty), "There are no images in " + empty);
        refused(ask(NET, B0, "--boxes", folder.resolve("none.csv")), "There is no file " + folder.resolve("none.csv"));
        Path items = Files.writeString(folder.resolve("set.csv"), "index,filename\n1,a.png\n2,z.png\n");
        refused(ask(NET, B0, "--items", items), "The image z.png is not in");
        Path boxes = Files.writeString(
                folder.resolve("boxes.csv"), "filename,face_x,face_y,face_width,face_height\na.png,0,0,9,9\n");
        refused(ask(NET, B0, "--boxes", boxes), "The image b.png has no face box in " + boxes);
        Path twice = Files.writeString(folder.resolve("twice.csv"), "filename\na.png\na.png\n");
        refused(ask(NET, B0, "--items", twice), twice + ", line 3: the image a.png is in the file twice");
        refused(run("--model", NET, "--images", file("pictures"), "--out", out()), "Which preset?");
        refused(run("--images", file("pictures"), "--out", out()), "Missing --model");
        refused(ask(NET, B0, "--margin", 0.2), "--margin goes with --boxes");
        refused(run("--model", empty, "--images", file("pictures"), "--out", out()), "there is no model.json");
        refused(ask(empty, B0), "leave out --preset");
        assertThat(run("--nonsense").code()).isEqualTo(2);
    }

    @Test
    void refusesOptionsThatCannotBe() throws IOException {
        refused(ask(NET, B0, "--size", 224), "go with --preset custom alone");
        refused(ask(NET, "custom"), "what does the network say?");
        String eight = "anger,contempt,disgust,fear,happiness,neutral,sadness,surprise";
        refused(ask(NET, "custom", "--classes", "happy,sad"), "two to eight of happiness, sadness");
        refused(ask(NET, "custom", "--classes", eight, "--mean", "1,2"), "--mean has 3 numbers");
        refused(ask(NET, "custom", "--classes", eight, "--std", "1,0,1"), "std is above 0");
        refused(ask(NET, "custom", "--classes", eight, "--resize", "lanczos"), "--resize is one of opencv, pillow");
        refused(ask(NET, "custom", "--classes", eight, "--size", "112"), "takes pictures of 224 × 224 pixels");
        refused(ask(NET, "custom", "--classes", eight, "--scores", "probabilities"), "Are these logits");
        refused(ask(NET, "custom", "--classes", eight, "--valence", "0:8"), "has no column 8 for the valence");
        refused(ask(NET, "custom", "--classes", eight, "--valence", "circle"), "has no output circle");
        refused(ask(file("nets/emonet-8.pt"), "custom", "--classes", eight), "doesn't state the size");
        refused(ask(NET, "custom", "--valence", "0", "--range", "1,1"), "two different numbers");
    }

    @Test
    void aNetworkOfValuesAloneHasNoClasses() throws IOException {
        assertThat(ask(NET, "custom", "--valence", "0:3", "--range", "-10,10").code())
                .isZero();
        assertThat(Files.readAllLines(out().resolve("predictions.csv")).get(0)).isEqualTo("filename,valence,clamped");
        assertThat(Files.readString(out().resolve("model.json"))).contains("\"name\" : \"" + B0 + ".onnx\"");
    }

    @Test
    void whatWasThereStaysIfARunIsRefused() throws IOException {
        ask(NET, B0);
        byte[] before = Files.readAllBytes(out().resolve("predictions.csv"));
        assertThat(ask(file("other/nan.onnx"), B0).code()).isEqualTo(1);
        assertThat(Files.readAllBytes(out().resolve("predictions.csv"))).isEqualTo(before);
    }
}
