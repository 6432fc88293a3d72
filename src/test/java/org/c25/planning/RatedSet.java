package org.c25.planning;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Map;
import org.c25.testing.Api;
import org.c25.testing.Lab;

/** A set of twelve images that four people have rated: the six targets of Shrout and Fleiss 1979, each twice. */
final class RatedSet {

    private static final int[][] JUDGES = {
        {9, 6, 8, 7, 10, 6}, {2, 1, 4, 1, 5, 2}, {5, 3, 6, 2, 6, 4}, {8, 2, 8, 6, 9, 7},
    };

    private RatedSet() {}

    /** Returns the id of such a set of a study with four slots. A step is the judge's value, at most 9. */
    static long of(Api staff, Lab lab, long study) {
        long set = lab.bareSet(study, Lab.manifest(12).getBytes(UTF_8));
        String header = "index,filename,participant0,participant1,participant2,participant3\r\n";
        StringBuilder expressions = new StringBuilder(header);
        StringBuilder steps = new StringBuilder(header);
        for (int image = 0; image < 12; image++) {
            expressions.append(1000 + image).append(',').append(Lab.filename(image));
            steps.append(1000 + image).append(',').append(Lab.filename(image));
            for (int judge = 0; judge < 4; judge++) {
                int value = Math.min(9, JUDGES[judge][image % 6]);
                expressions.append(',').append(image % 3 == judge ? 7 : image % 8);
                steps.append(',').append((value - 5) / 4.0);
            }
            expressions.append("\r\n");
            steps.append("\r\n");
        }
        byte[] scale = steps.toString().getBytes(UTF_8);
        staff.upload(
                        "/api/v1/sets/" + set + "/imports",
                        Map.of(
                                "expression",
                                expressions.toString().getBytes(UTF_8),
                                "valence",
                                scale,
                                "arousal",
                                scale))
                .expect(201);
        return set;
    }
}
