package org.c25.trainer.train;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.c25.trainer.answers.Answers;
import org.c25.trainer.answers.Dimension;
import org.c25.trainer.drawn.DrawnWorld;
import org.c25.trainer.pictures.Picture;

/** Small drawn faces, 40 unless said otherwise, and the answers of simulated raters as the files of a set: folders {@code images} and {@code labels}. */
final class DrawnSet {

    private DrawnSet() {}

    static void write(Path set) throws IOException {
        write(set, 40);
    }

    static void write(Path set, int images) throws IOException {
        DrawnWorld world = DrawnWorld.of(images, 16, 4, 3);
        Files.createDirectories(set.resolve("images"));
        for (int image = 0; image < world.pictures().size(); image++) {
            write(
                    world.pictures().get(image),
                    set.resolve("images").resolve(world.answers().images().get(image)));
        }
        for (Dimension dimension : Dimension.values()) {
            Files.writeString(
                    Files.createDirectories(set.resolve("labels")).resolve(dimension.key() + "_set1_C25.csv"),
                    csv(world.answers(), dimension));
        }
    }

    private static void write(Picture picture, Path file) throws IOException {
        BufferedImage image = new BufferedImage(picture.width(), picture.height(), BufferedImage.TYPE_INT_RGB);
        image.setRGB(0, 0, picture.width(), picture.height(), picture.rgb(), 0, picture.width());
        ImageIO.write(image, "png", file.toFile());
    }

    private static String csv(Answers answers, Dimension dimension) {
        StringBuilder csv = new StringBuilder("index,filename," + String.join(",", answers.raters()) + "\n");
        for (int image = 0; image < answers.images().size(); image++) {
            csv.append(image).append(',').append(answers.images().get(image));
            for (float answer : answers.of(dimension, image)) {
                csv.append(',')
                        .append(Float.isNaN(answer) ? "" : dimension.isScale() ? "" + answer : "" + (int) answer);
            }
            csv.append('\n');
        }
        return csv.toString();
    }
}
