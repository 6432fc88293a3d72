package org.c25.reports;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.c25.common.Problem;

/**
 * Makes a PNG of a figure, for who has no browser: three pixels for one, 288 to the inch. It understands the SVG that
 * figures are written in, and no other. The letters are those of the server's fonts, so another machine may give other
 * bytes.
 */
final class FigurePng {

    private static final double DOTS = 3;

    /** The most pixels of a picture: one that would have more gets fewer for one. */
    private static final double MOST = 16e6;

    private static final double PIXELS_A_METRE = 96 / 0.0254;
    private static final String METADATA = "javax_imageio_png_1.0";

    private FigurePng() {}

    /** Whether this server has any fonts: without them there is no PNG. */
    static boolean isPossible() {
        return SvgBrush.hasFonts();
    }

    /**
     * Returns the picture as PNG.
     *
     * @param svg a figure, as {@link org.c25.figures.DrawnFigure} has it
     * @throws Problem 409 if the server has no fonts
     */
    static byte[] of(String svg) {
        if (!isPossible()) {
            throw Problem.conflict("This server has no fonts, so it can't make a PNG. Take the SVG.");
        }
        try {
            XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
            factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
            XMLStreamReader in = factory.createXMLStreamReader(new StringReader(svg));
            in.nextTag();
            int width = Integer.parseInt(in.getAttributeValue(null, "width"));
            int height = Integer.parseInt(in.getAttributeValue(null, "height"));
            double dots = Math.min(DOTS, Math.sqrt(MOST / ((double) width * height)));
            BufferedImage image = new BufferedImage(
                    (int) Math.round(width * dots), (int) Math.round(height * dots), BufferedImage.TYPE_3BYTE_BGR);
            paint(in, image, dots);
            return written(image, dots);
        } catch (XMLStreamException e) {
            throw new IllegalArgumentException("This is no SVG of ours", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Paints everything in the SVG element that was just begun. */
    private static void paint(XMLStreamReader in, BufferedImage image, double dots) throws XMLStreamException {
        Graphics2D canvas = image.createGraphics();
        canvas.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        canvas.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        canvas.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        canvas.scale(dots, dots);
        Deque<SvgBrush> brushes = new ArrayDeque<>();
        brushes.push(SvgBrush.of(in));
        while (in.hasNext()) {
            int what = in.next();
            if (what == XMLStreamConstants.END_ELEMENT) {
                brushes.pop();
            } else if (what == XMLStreamConstants.START_ELEMENT
                    && in.getLocalName().equals("title")) {
                in.getElementText();
            } else if (what == XMLStreamConstants.START_ELEMENT) {
                SvgBrush brush = brushes.element().in(in);
                if (brush.paint(in, canvas)) {
                    continue; // Text is read to its end.
                }
                brushes.push(brush);
            }
        }
        canvas.dispose();
    }

    private static byte[] written(BufferedImage image, double dots) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
        IIOMetadata metadata = writer.getDefaultImageMetadata(new ImageTypeSpecifier(image), null);
        IIOMetadataNode root = new IIOMetadataNode(METADATA);
        IIOMetadataNode size = new IIOMetadataNode("pHYs");
        String pixels = String.valueOf(Math.round(PIXELS_A_METRE * dots));
        size.setAttribute("pixelsPerUnitXAxis", pixels);
        size.setAttribute("pixelsPerUnitYAxis", pixels);
        size.setAttribute("unitSpecifier", "meter");
        root.appendChild(size);
        metadata.mergeTree(METADATA, root);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.write(new IIOImage(image, null, metadata));
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
