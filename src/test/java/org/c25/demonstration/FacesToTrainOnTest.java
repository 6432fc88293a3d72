package org.c25.demonstration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.c25.affect.AffectNetLabel;
import org.c25.affect.Rating;
import org.c25.sets.Item;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Writes what the demonstration's small net learns from: 800 drawn faces of other persons than the demonstration's, and
 * what invented raters answer to them, as a set's C25 files. The faces of the demonstration's complete set come beside
 * them. {@code bin/demonstration-model} runs it.
 */
@EnabledIfSystemProperty(
        named = FacesToTrainOnTest.FOLDER,
        matches = ".+",
        disabledReason = "writes files for bin/demonstration-model: give a folder by -Dc25.faces=DIR")
class FacesToTrainOnTest {

    static final String FOLDER = "c25.faces";

    private static final int EACH = 100;
    /** No other set of drawn faces has so high an index. */
    private static final int FIRST = 1000;

    private static final int RATERS = 25;
    private static final int RATINGS = 5;
    private static final long SEED = 16;

    private final Path folder = Path.of(System.getProperty(FOLDER, "target/faces"));

    @Test
    void writesFacesAndAnswers() throws IOException {
        List<Item> items = draw(new DrawnImages(EACH, FIRST), "train");
        answers(items);
        assertThat(items).hasSize(8 * EACH);
        assertThat(draw(Demonstration.COMPLETE, "complete")).hasSize(16);
    }

    private List<Item> draw(DrawnImages images, String name) throws IOException {
        Path pictures = Files.createDirectories(folder.resolve(name).resolve("images"));
        Path zip = folder.resolve(name).resolve("images.zip");
        String manifest = images.draw(zip);
        Files.writeString(folder.resolve(name).resolve("manifest.csv"), manifest);
        try (ZipInputStream in = new ZipInputStream(Files.newInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                Files.write(pictures.resolve(entry.getName()), in.readAllBytes());
            }
        }
        Files.delete(zip);
        return manifest.lines().skip(1).map(FacesToTrainOnTest::item).toList();
    }

    private static Item item(String line) {
        String[] cells = line.split(",");
        int index = Integer.parseInt(cells[0]);
        AffectNetLabel label = new AffectNetLabel(
                Integer.parseInt(cells[2]), Double.parseDouble(cells[3]), Double.parseDouble(cells[4]));
        return new Item(index, index, index, cells[1], label, null);
    }

    /** Each image is answered by some of the raters, of whom a few are careless. */
    private void answers(List<Item> items) throws IOException {
        List<InventedRater> raters = IntStream.range(0, RATERS)
                .mapToObj(rater -> new InventedRater(
                        rater % 5 == 4 ? InventedRater.Manner.BY_CHANCE : InventedRater.Manner.CAREFUL, rater))
                .toList();
        Random random = new Random(SEED);
        StringBuilder expressions = new StringBuilder(header());
        StringBuilder valences = new StringBuilder(header());
        StringBuilder arousals = new StringBuilder(header());
        for (Item item : items) {
            List<Integer> order =
                    new ArrayList<>(IntStream.range(0, RATERS).boxed().toList());
            Collections.shuffle(order, random);
            List<Integer> some = order.subList(0, RATINGS);
            String start = item.index() + "," + item.filename();
            List.of(expressions, valences, arousals).forEach(file -> file.append(start));
            for (int rater = 0; rater < RATERS; rater++) {
                Rating rating = some.contains(rater)
                        ? raters.get(rater).answer(item, item.position()).rating()
                        : null;
                expressions
                        .append(',')
                        .append(rating == null ? "" : rating.expression().code());
                valences.append(',')
                        .append(rating == null ? "" : rating.valence().c25());
                arousals.append(',')
                        .append(rating == null ? "" : rating.arousal().c25());
            }
            List.of(expressions, valences, arousals).forEach(file -> file.append('\n'));
        }
        Path labels = Files.createDirectories(folder.resolve("train").resolve("labels"));
        Files.writeString(labels.resolve("expression_set1_C25.csv"), expressions);
        Files.writeString(labels.resolve("valence_set1_C25.csv"), valences);
        Files.writeString(labels.resolve("arousal_set1_C25.csv"), arousals);
    }

    private static String header() {
        StringBuilder header = new StringBuilder("index,filename");
        IntStream.range(0, RATERS)
                .forEach(rater -> header.append(",participant").append(rater));
        return header.append('\n').toString();
    }
}
