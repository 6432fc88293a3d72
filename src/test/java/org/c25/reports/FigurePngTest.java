package org.c25.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

/** A PNG shows what its SVG says. */
class FigurePngTest {

    private static final String HEAD = """
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 60" width="100" height="60" role="img" \
            font-family="Helvetica, Arial, sans-serif" font-size="12" fill="#1d2b2b">
            <title>A &lt;title&gt; is not painted</title>
            <rect x="0" y="0" width="100" height="60" fill="#ffffff"/>
            """;

    @Test
    void shapesHaveTheirPlacesAndColours() throws IOException {
        BufferedImage png = painted("""
                <rect x="10" y="10" width="10" height="10" fill="#0072b2"/>
                <g fill="none" stroke="#d55e00"><circle cx="40" cy="15" r="5" stroke-width="2"/></g>
                <ellipse cx="60" cy="15" rx="8" ry="3" fill="#009e73" fill-opacity="0.5"/>
                <line x1="10" y1="40" x2="90" y2="40" stroke="#8a9a9a" stroke-width="3" stroke-dasharray="20 20"/>
                <path d="M80 10L90 10L90 20Z" fill="#2c6565"/>
                """);

        assertThat(png.getWidth()).isEqualTo(300);
        assertThat(png.getHeight()).isEqualTo(180);
        assertThat(at(png, 15, 15)).isEqualTo(Color.decode("#0072b2"));
        assertThat(at(png, 40, 15)).as("within a ring").isEqualTo(Color.WHITE);
        assertThat(at(png, 35, 15)).as("on a ring").isEqualTo(Color.decode("#d55e00"));
        assertThat(at(png, 60, 15).getRed()).as("half of green on white").isCloseTo(127, within(2));
        assertThat(at(png, 60, 19)).as("beyond an ellipse").isEqualTo(Color.WHITE);
        assertThat(at(png, 20, 40)).isEqualTo(Color.decode("#8a9a9a"));
        assertThat(at(png, 40, 40)).as("between dashes").isEqualTo(Color.WHITE);
        assertThat(at(png, 88, 12)).isEqualTo(Color.decode("#2c6565"));
        assertThat(at(png, 82, 18)).as("beyond a path").isEqualTo(Color.WHITE);
    }

    @Test
    void hatchedAreasHaveStripesOfTheirColour() throws IOException {
        BufferedImage png = painted("""
                <pattern id="tied-1" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
                <rect x="0" y="0" width="5" height="5" fill="#ffffff"/>
                <rect x="0" y="0" width="2.5" height="5" fill="#0072b2"/>
                </pattern>
                <rect x="10" y="10" width="80" height="40" fill="url(#tied-1)"/>
                """);

        int striped = count(png, Color.decode("#0072b2"));
        assertThat(striped).as("about half of the area").isBetween(80 * 40 * 9 * 4 / 10, 80 * 40 * 9 * 6 / 10);
        assertThat(at(png, 5, 5)).as("a pattern alone is not painted").isEqualTo(Color.WHITE);
    }

    @Test
    void lettersStandWhereTheyAreAnchored() throws IOException {
        BufferedImage start = painted("<text x=\"50\" y=\"30\">mmm κ ± α</text>");
        BufferedImage end = painted("<text x=\"50\" y=\"30\" text-anchor=\"end\">mmm κ ± α</text>");
        BufferedImage upright = painted("<text x=\"50\" y=\"50\" transform=\"rotate(-90 50 50)\">mmm</text>");

        assertThat(dark(start, 0, 49)).isZero();
        assertThat(dark(start, 50, 100)).isPositive();
        assertThat(dark(end, 52, 100)).isZero();
        assertThat(dark(end, 0, 50)).isPositive();
        assertThat(dark(upright, 38, 52)).isPositive();
        assertThat(dark(upright, 54, 100)).isZero();
    }

    @Test
    void itTellsItsSizeInPrint() throws IOException {
        try (ImageInputStream in =
                ImageIO.createImageInputStream(new ByteArrayInputStream(FigurePng.of(HEAD + "</svg>")))) {
            ImageReader reader = ImageIO.getImageReaders(in).next();
            reader.setInput(in);
            Element metadata = (Element) reader.getImageMetadata(0).getAsTree("javax_imageio_png_1.0");
            Element size = (Element) metadata.getElementsByTagName("pHYs").item(0);
            assertThat(size.getAttribute("unitSpecifier")).isEqualTo("meter");
            assertThat(size.getAttribute("pixelsPerUnitXAxis"))
                    .as("288 to the inch")
                    .isEqualTo("11339");
            reader.dispose();
        }
    }

    @Test
    void aVeryLargePictureHasFewerPixelsForOne() throws IOException {
        String svg = HEAD.replace("width=\"100\" height=\"60\" role", "width=\"1200\" height=\"9000\" role") + "</svg>";

        BufferedImage png = ImageIO.read(new ByteArrayInputStream(FigurePng.of(svg)));

        assertThat((long) png.getWidth() * png.getHeight()).isBetween(15_000_000L, 16_100_000L);
    }

    private static BufferedImage painted(String elements) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(FigurePng.of(HEAD + elements + "</svg>\n")));
    }

    private static Color at(BufferedImage png, int x, int y) {
        return new Color(png.getRGB(3 * x, 3 * y));
    }

    private static int count(BufferedImage png, Color colour) {
        int count = 0;
        for (int x = 0; x < png.getWidth(); x++) {
            for (int y = 0; y < png.getHeight(); y++) {
                count += png.getRGB(x, y) == colour.getRGB() ? 1 : 0;
            }
        }
        return count;
    }

    /** How many pixels between two places are not white. */
    private static int dark(BufferedImage png, int from, int to) {
        BufferedImage part = png.getSubimage(3 * from, 0, 3 * (to - from), png.getHeight());
        return part.getWidth() * part.getHeight() - count(part, Color.WHITE);
    }
}
