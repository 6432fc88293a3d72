package org.c25.faces;

import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.c25.affect.Expression;
import org.c25.faces.FacePose.Move;

/**
 * A drawn human face that shows an expression.
 *
 * @param expression the expression that the face shows
 * @param valence −1 (unpleasant) … 1 (pleasant): moves the corners of the mouth and the cheeks
 * @param arousal −1 (calm) … 1 (excited): opens eyes and mouth, raises the brows, strengthens the whole expression
 * @param seed chooses the person: the same seed draws the same person, whatever the expression
 */
public record DrawnFace(Expression expression, double valence, double arousal, long seed) {

    /** Width and height of the picture, pixels. */
    public static final int SIZE = 384;

    public DrawnFace {
        requireUnitRange("valence", valence);
        requireUnitRange("arousal", arousal);
    }

    private static void requireUnitRange(String name, double value) {
        // Written so that NaN is refused too.
        if (!(value >= -1 && value <= 1)) {
            throw new IllegalArgumentException(name + " must be from -1 to 1, not " + value);
        }
    }

    /** Returns the face as a PNG of {@value #SIZE} × {@value #SIZE} pixels; the same arguments give the same bytes. */
    public byte[] png() {
        BufferedImage picture = new BufferedImage(SIZE, SIZE, BufferedImage.TYPE_INT_RGB);
        Graphics2D canvas = picture.createGraphics();
        try {
            draw(canvas);
        } finally {
            canvas.dispose();
        }
        return encoded(picture);
    }

    private void draw(Graphics2D canvas) {
        FaceLook look = FaceLook.of(seed);
        FacePose pose = FacePose.of(expression, valence, arousal);
        FaceBrush brush = new FaceBrush(canvas);
        FaceBody body = new FaceBody(brush, look, pose);
        FaceFeatures features = new FaceFeatures(brush, look, pose);

        body.drawBackdrop(SIZE);
        AffineTransform trunk = new AffineTransform();
        trunk.translate(SIZE / 2.0 + look.shift(), 198);
        trunk.scale(1.05, 1.05);
        AffineTransform head = new AffineTransform(trunk);
        // The head turns about the top of the neck, so that it does not slide off it.
        head.rotate(look.tilt() + 0.06 * pose.at(Move.TILT), 0, 110);

        canvas.setTransform(head);
        new FaceHairBehind(brush, look).draw();
        canvas.setTransform(trunk);
        body.drawNeckAndClothes();
        canvas.setTransform(head);
        body.drawHead();
        body.drawBeard();
        features.drawNose();
        new FaceMouth(brush, look, pose).draw();
        features.drawEyes();
        new FaceHair(brush, look, body.head()).draw();
        // The brows come over the hair, because a fringe must not hide what they say.
        features.drawBrows();
        body.drawGlasses();
    }

    private static byte[] encoded(BufferedImage picture) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        // The stream stays in memory: ImageIO would otherwise write a cache file for every picture.
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            ImageIO.write(picture, "png", out);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }
}
