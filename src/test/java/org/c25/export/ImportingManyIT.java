package org.c25.export;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Locale;
import java.util.Map;
import org.c25.testing.Api;
import org.c25.testing.Database;
import org.c25.testing.Lab;
import org.c25.testing.Measured;
import org.c25.testing.OnBothDatabases;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * Measures how long one import takes, in answers a second and beside the database's own inserts of as many rows.
 *
 * <pre>mvn test -Dtest=ImportingManyIT -Dc25.measure=true</pre>
 */
@Measured
@OnBothDatabases
class ImportingManyIT {

    private static final int IMAGES = Integer.getInteger("c25.images", 4_800);
    private static final int PEOPLE = 100;

    @LocalServerPort
    int port;

    @Autowired
    Database database;

    @Test
    void anImportOfManyAnswers() {
        Api staff = Api.stranger(port).admin();
        Lab lab = new Lab(staff);
        long set = lab.bareSet(
                lab.study(Map.of("capacity", PEOPLE)), Lab.manifest(IMAGES).getBytes(UTF_8));
        Map<String, Object> files = Map.of(
                "expression", file("3"),
                "valence", file("-0.25"),
                "arousal", file("0.5"));
        long start = System.nanoTime();
        int annotations = staff.upload("/api/v1/sets/" + set + "/imports", files)
                .expect(201)
                .number("annotations");
        double seconds = (System.nanoTime() - start) / 1e9;
        System.out.println(String.format(
                Locale.ROOT,
                "%s: %,d answers in %.1f s, %,.0f a second",
                database,
                annotations,
                seconds,
                annotations / seconds));
    }

    private static byte[] file(String cell) {
        StringBuilder csv = new StringBuilder("index,filename");
        for (int person = 0; person < PEOPLE; person++) {
            csv.append(",participant").append(person);
        }
        csv.append("\r\n");
        for (int image = 0; image < IMAGES; image++) {
            csv.append(1000 + image).append(',').append(Lab.filename(image));
            csv.append(("," + cell).repeat(PEOPLE)).append("\r\n");
        }
        return csv.toString().getBytes(UTF_8);
    }
}
