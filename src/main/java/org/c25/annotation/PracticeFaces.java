package org.c25.annotation;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.c25.affect.Expression;
import org.c25.common.Problem;
import org.c25.faces.DrawnFace;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** The drawn faces of the practice trials. */
@Component
class PracticeFaces {

    /**
     * The faces, in an order that shows the use of different controls. The last number of each selects the person who
     * is drawn.
     */
    private static final List<DrawnFace> FACES = List.of(
            new DrawnFace(Expression.HAPPINESS, 0.8, 0.5, 101),
            new DrawnFace(Expression.SADNESS, -0.7, -0.5, 102),
            new DrawnFace(Expression.SURPRISE, 0.2, 0.9, 103),
            new DrawnFace(Expression.NEUTRAL, 0, -0.2, 104),
            new DrawnFace(Expression.ANGER, -0.7, 0.7, 105),
            new DrawnFace(Expression.FEAR, -0.6, 0.8, 106),
            new DrawnFace(Expression.DISGUST, -0.7, 0.2, 107),
            new DrawnFace(Expression.CONTEMPT, -0.4, 0.1, 108));

    /** The pictures. Each is drawn when it is first asked for, and kept: everyone practises with the same ones. */
    private final Map<Integer, byte[]> drawn = new ConcurrentHashMap<>();

    int count() {
        return FACES.size();
    }

    /**
     * Returns the picture of a face.
     *
     * @param number the number of the face, from 1
     * @throws Problem 404 if there are not so many
     */
    ResponseEntity<byte[]> picture(int number) {
        if (number < 1 || number > FACES.size()) {
            throw Problem.notFound("practice face");
        }
        return ResponseEntity.ok()
                .contentType(MediaType.IMAGE_PNG)
                .cacheControl(CacheControl.maxAge(Duration.ofDays(1)).cachePrivate())
                .body(drawn.computeIfAbsent(number, n -> FACES.get(n - 1).png()));
    }
}
