package org.c25;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.c25.testing.Api;
import org.c25.testing.Lab;
import org.c25.testing.OnBothDatabases;
import org.c25.testing.Person;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** From a study to the three C25 files, through the API alone. */
@OnBothDatabases
class WholePathTest {

    private static final int IMAGES = 40;
    private static final int REPEATS = 4;

    @LocalServerPort
    int port;

    @Test
    void oneAnswerGoesFromTheParticipantToTheFile() {
        Lab lab = new Lab(Api.stranger(port).admin());
        long set = lab.openSet(lab.study(Map.of("capacity", 2)), 1);
        Person person = new Person(Api.stranger(port), lab.invite(set, 1).get(0));
        person.consent().expect(200);

        person.answer(0, 6, 9, 1).expect(200);

        assertThat(lab.export(set, "expression_set1_C2.csv"))
                .asString(StandardCharsets.US_ASCII)
                .isEqualTo("index,filename,participant0,participant1\r\n1000,face-000.png,6,\r\n");
        assertThat(lab.export(set, "valence_set1_C2.csv"))
                .asString(StandardCharsets.US_ASCII)
                .isEqualTo("index,filename,participant0,participant1\r\n1000,face-000.png,1.0,\r\n");
        assertThat(lab.export(set, "arousal_set1_C2.csv"))
                .asString(StandardCharsets.US_ASCII)
                .isEqualTo("index,filename,participant0,participant1\r\n1000,face-000.png,-1.0,\r\n");
    }

    @Test
    void peopleRateASetAndTheFilesHoldTheLastWordOnEachFirstShowing() {
        Lab lab = new Lab(Api.stranger(port).admin());
        long set = lab.openSet(lab.study(Map.of("capacity", 3)), IMAGES);
        List<String> tokens = lab.invite(set, 2);

        for (String token : tokens) {
            Person person = new Person(Api.stranger(port), token);
            Api.Answer place = person.consent().expect(200);
            assertThat(place.number("trials")).isEqualTo(IMAGES + REPEATS);
            rateAll(person, place.number("participant"));
        }

        for (String dimension : List.of("expression", "valence", "arousal")) {
            assertThat(lab.export(set, dimension + "_set1_C3.csv"))
                    .asString(StandardCharsets.US_ASCII)
                    .isEqualTo(expected(dimension));
        }
        JsonNode progress = lab.progress(set);
        assertThat(progress.get("capacity").asInt()).isEqualTo(3);
        assertThat(progress.get("completed").asInt()).isEqualTo(2);
        assertThat(progress.get("participants")
                        .valueStream()
                        .map(person -> person.get("participant").asInt() + " "
                                + person.get("status").asString() + " "
                                + person.get("answered").asInt() + "/"
                                + person.get("total").asInt()))
                .containsExactly("0 COMPLETED 44/44", "1 COMPLETED 44/44");
    }

    /** Answers every trial: a repeat otherwise than the first showing, and the very first wrongly, then revised. */
    private void rateAll(Person person, int participant) {
        List<JsonNode> trials = person.trials();
        assertThat(trials).hasSize(IMAGES + REPEATS);
        person.complete(0).expectProblem(409, "\"missing\"");
        Set<Integer> shown = new HashSet<>();
        for (JsonNode trial : trials) {
            int position = trial.get("position").asInt();
            int image = imageOf(person, trial);
            boolean repeat = !shown.add(image);
            if (position == 0) {
                person.answer(position, 7, 5, 5).expect(200);
            }
            int shift = participant + (repeat ? 1 : 0);
            Api.Answer reply = person.answer(
                            position, expression(image + shift), step(image + shift), step(2 * image + shift))
                    .expect(200);
            assertThat(reply.number("position")).isEqualTo(position);
            assertThat(reply.number("revision")).isEqualTo(position == 0 ? 2 : 1);
            assertThat(reply.number("answered")).isEqualTo(position + 1);
            assertThat(reply.number("total")).isEqualTo(IMAGES + REPEATS);
        }
        assertThat(shown).hasSize(IMAGES);
        person.complete(IMAGES).expectProblem(409, "answered");
        String code = person.complete(IMAGES + REPEATS).expect(200).text("code");
        assertThat(code).matches("[2-9A-Z]{5}-[2-9A-Z]{5}");
        assertThat(person.complete(IMAGES + REPEATS).expect(200).text("code")).isEqualTo(code);
    }

    private static int imageOf(Person person, JsonNode trial) {
        String address = trial.get("image").asString();
        assertThat(address).matches("http://localhost:\\d+/api/v1/participant/images/[0-9a-f-]{36}");
        byte[] picture = person.get(address).expect(200).bytes();
        return PICTURES.get(Arrays.hashCode(picture));
    }

    private static final Map<Integer, Integer> PICTURES = new HashMap<>();

    static {
        for (int image = 0; image < IMAGES; image++) {
            PICTURES.put(Arrays.hashCode(Lab.picture("png", image)), image);
        }
    }

    private static int expression(int n) {
        return n % 8;
    }

    private static int step(int n) {
        return 1 + n % 9;
    }

    private static String expected(String dimension) {
        StringBuilder csv = new StringBuilder("index,filename,participant0,participant1,participant2\r\n");
        for (int image = 0; image < IMAGES; image++) {
            csv.append(1000 + image).append(',').append(Lab.filename(image));
            for (int participant = 0; participant < 2; participant++) {
                csv.append(',')
                        .append(
                                switch (dimension) {
                                    case "expression" -> String.valueOf(expression(image + participant));
                                    case "valence" -> String.valueOf((step(image + participant) - 5) / 4.0);
                                    default -> String.valueOf((step(2 * image + participant) - 5) / 4.0);
                                });
            }
            csv.append(",\r\n");
        }
        return csv.toString();
    }
}
