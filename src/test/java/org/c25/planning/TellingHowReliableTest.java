package org.c25.planning;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.c25.testing.Api;
import org.c25.testing.Lab;
import org.c25.testing.OnH2;
import org.c25.testing.Person;
import org.c25.testing.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** How reliable the answers of a set are, as people see it on its page and programs fetch it. */
@OnH2
class TellingHowReliableTest {

    @LocalServerPort
    int port;

    private Api staff;
    private Lab lab;

    @BeforeEach
    void aLab() {
        staff = Api.stranger(port).admin();
        lab = new Lab(staff);
    }

    /** Whatever the values: ICC(2,1) and α are shares of the components, and the curve goes through both. */
    @Test
    void programsGetComponentsCoefficientsAndTheCurve() {
        JsonNode all = staff.get("/api/v1/sets/" + imported() + "/reliability")
                .expect(200)
                .json();
        JsonNode valence = all.get("valence");

        assertThat(all.get("seed").asInt()).isEqualTo(25);
        assertThat(valence.get("images").asInt()).isEqualTo(12);
        assertThat(valence.get("participants").asInt()).isEqualTo(4);
        double image = component(valence, "image").get("variance").asDouble();
        double rater = component(valence, "rater").get("variance").asDouble();
        double residual = component(valence, "residual").get("variance").asDouble();
        double one = coefficient(valence, "icc21");
        double alpha = coefficient(valence, "cronbachAlpha");
        assertThat(one).isEqualTo(image / (image + rater + residual), within(1e-9));
        assertThat(alpha).isEqualTo(image / (image + residual / 4), within(1e-9));
        assertThat(component(valence, "imageByRater").get("variance").isNull()).isTrue();
        assertThat(valence.get("curve").get(0).get("absolute").asDouble()).isEqualTo(one);
        assertThat(valence.get("curve").get(3).get("relative").asDouble()).isEqualTo(alpha, within(1e-9));
        assertThat(valence.get("curve")).hasSize(8);
        double raters = valence.get("needed").get(0).get("raters").asDouble();
        assertThat(raters).isEqualTo(Math.ceil(4 * (1 - one) / one));
        JsonNode majority = all.get("expression").get("majority");
        assertThat(majority.get(0).get("drawn").asBoolean()).isTrue();
        assertThat(majority.get(2).get("drawn").asBoolean()).isFalse();
        assertThat(all.get("expression").get("undefined").isNull()).isTrue();

        JsonNode results =
                staff.get("/api/v1/sets/" + lastSet + "/results").expect(200).json();
        assertThat(results.get("reliability")).isEqualTo(all);
    }

    @Test
    void thePageShowsTheSameAndHasTheFigureToDownload() {
        long set = imported();
        Visitor admin = signedIn();

        assertThat(admin.get("/sets/" + set + "/results").body())
                .contains("/sets/" + set + "/reliability", "/sets/" + set + "/plan");
        String page = admin.get("/sets/" + set + "/reliability").body();
        assertThat(page)
                .contains("Cronbach&#39;s α", "McDonald&#39;s ω", "Split-half", "G-study", "12 images, 4 participants")
                .contains("figures/decision-study.svg", "figures/decision-study.csv")
                .doesNotContain("image × rater</span>");
        assertThat(admin.get("/sets/" + set + "/reliability?out=3").body())
                .contains("without participant3", "decision-study.svg?out=3", "12 images, 3 participants");
        String svg = staff.get("/api/v1/sets/" + set + "/figures/decision-study.svg")
                .expect(200)
                .body();
        assertThat(svg)
                .contains("Expression", "Valence", "Arousal", "all answers")
                .endsWith("</svg>\n");
        List<String> csv = staff.get("/api/v1/sets/" + set + "/figures/decision-study.csv")
                .expect(200)
                .body()
                .lines()
                .toList();
        assertThat(csv.get(0)).isEqualTo("dimension,raters,coefficient,value,low,high,how,selection");
        assertThat(csv).anyMatch(line -> line.startsWith("valence,4,phi,0."));
    }

    @Test
    void wherePeopleSawImagesTwiceImageByRaterIsToldFromError() {
        long set = lab.openSet(lab.study(Map.of("capacity", 2, "repeatShare", 0.5, "repeatMinimumLag", 1)), 12);
        for (int slot = 0; slot < 2; slot++) {
            Person person = new Person(Api.stranger(port), lab.invite(set, 1).get(0));
            person.consent().expect(200);
            for (int position = 0; position < 18; position++) {
                person.answer(
                                position,
                                Person.body(
                                        UUID.randomUUID().toString(),
                                        position % 8,
                                        1 + position * 5 % 9,
                                        1 + (position + slot) % 9))
                        .expect(200);
            }
        }

        JsonNode valence = staff.get("/api/v1/sets/" + set + "/reliability")
                .expect(200)
                .json()
                .get("valence");

        assertThat(valence.get("repeats").asInt()).isEqualTo(12);
        assertThat(component(valence, "error").get("variance").asDouble()).isPositive();
        assertThat(component(valence, "imageByRater").get("variance").asDouble()
                        + component(valence, "error").get("variance").asDouble())
                .isEqualTo(component(valence, "residual").get("variance").asDouble(), within(1e-12));
        assertThat(signedIn().get("/sets/" + set + "/reliability").body()).contains("… image × rater", "by 12 repeats");
    }

    @Test
    void whereNobodyHasAnsweredThePageSaysSo() {
        long set = lab.bareSet(lab.study(), Lab.manifest(12).getBytes(UTF_8));

        assertThat(signedIn().get("/sets/" + set + "/reliability").body()).contains("Nobody has answered yet");
        JsonNode all =
                staff.get("/api/v1/sets/" + set + "/reliability").expect(200).json();
        assertThat(all.get("valence").get("undefined").asString()).isEqualTo("nobody has answered");
        assertThat(all.get("expression").get("needed").get(0).get("raters").isNull())
                .isTrue();
        Api.stranger(port).get("/api/v1/sets/" + set + "/reliability").expectProblem(401, "token");
    }

    private static JsonNode component(JsonNode scale, String name) {
        return named(scale.get("components"), "component", name);
    }

    private static double coefficient(JsonNode scale, String name) {
        return named(scale.get("coefficients"), "coefficient", name)
                .get("value")
                .asDouble();
    }

    private static JsonNode named(JsonNode all, String field, String name) {
        return all.valueStream()
                .filter(one -> one.get(field).asString().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private long lastSet;

    private long imported() {
        lastSet = RatedSet.of(staff, lab, lab.study(Map.of("capacity", 4)));
        return lastSet;
    }

    private Visitor signedIn() {
        Visitor admin = new Visitor(port);
        admin.signIn("admin", Api.ADMIN_PASSWORD);
        return admin;
    }
}
