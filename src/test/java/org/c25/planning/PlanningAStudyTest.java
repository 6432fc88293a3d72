package org.c25.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.c25.testing.Api;
import org.c25.testing.Lab;
import org.c25.testing.OnH2;
import org.c25.testing.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** An experimenter asks how many raters and images a new study needs. */
@OnH2
class PlanningAStudyTest {

    @LocalServerPort
    int port;

    private Api staff;
    private Lab lab;

    @BeforeEach
    void aLab() {
        staff = Api.stranger(port).admin();
        lab = new Lab(staff);
    }

    /** Variances 0.1, 0.02, 0.05, 0.03: ICC(2,1) is 0.5, so four raters make 0.80, and nine 0.90. */
    @Test
    void fromAssumedComponents() {
        String query =
                "?of=scale&image=0.1&rater=0.02&imageByRater=0.05&error=0.03&images=600&repeats=0&seconds=6&pay=12&per=hour";

        JsonNode plan = staff.get("/api/v1/plan" + query + "&reliability=0.8")
                .expect(200)
                .json();

        assertThat(plan.get("raters").asInt()).isEqualTo(4);
        assertThat(plan.get("ratersTwice").asInt()).isEqualTo(4); // 0.34 by one rater less
        assertThat(plan.get("hours").asDouble()).isEqualTo(1);
        JsonNode row = row(plan, 4);
        assertThat(row.get("reliability").asDouble()).isEqualTo(.8, within(1e-12));
        assertThat(row.get("order").asDouble()).isEqualTo(.1 / .12, within(1e-12));
        assertThat(row.get("precision").asDouble()).isEqualTo(1.959964 * Math.sqrt(.1 / 4), within(1e-6));
        assertThat(row.get("cost").asDouble()).isEqualTo(48, within(1e-9));
        assertThat(row.get("costTwice").asDouble()).isEqualTo(96, within(1e-9));
        assertThat(row.get("images").isNull()).isTrue();
        assertThat(staff.get("/api/v1/plan" + query + "&reliability=0.9")
                        .json()
                        .get("raters")
                        .asInt())
                .isEqualTo(9);
        assertThat(staff.get("/api/v1/plan" + query + "&precision=0.1")
                        .json()
                        .get("raters")
                        .asInt())
                .isEqualTo(39); // 1.96² · 0.1 / 0.1² = 38.4
        JsonNode images = row(staff.get("/api/v1/plan" + query + "&margin=0.1").json(), 10);
        assertThat(images.get("images").asInt()).isBetween(50, 600);
        assertThat(images.get("margin").asDouble()).isLessThan(.1);

        String page = signedIn().get("/plan" + query + "&reliability=0.8").body();
        assertThat(page)
                .contains(
                        "You need 4 raters for a reliability of 0.80",
                        "take each of them 1 h; together they cost 48.00.")
                .contains("plan/curve.svg?of=scale&amp;image=0.1");
        assertThat(staff.get("/api/v1/plan/curve.svg" + query).expect(200).body())
                .startsWith("<svg")
                .endsWith("</svg>\n");
    }

    @Test
    void fromAnAssumedKappa() {
        JsonNode plan = staff.get("/api/v1/plan?of=expression&kappa=0.5&reliability=0.9&margin=0.03")
                .expect(200)
                .json();

        int raters = plan.get("raters").asInt();
        assertThat(raters).isBetween(30, 70);
        assertThat(row(plan, 1).get("reliability").asDouble()).isEqualTo(.5, within(.05));
        assertThat(row(plan, raters).get("enough").asBoolean()).isTrue();
        assertThat(row(plan, 10).get("images").asInt())
                .isLessThan(row(plan, 2).get("images").asInt());
        assertThat(signedIn().get("/plan?of=expression&kappa=0.5").body())
                .contains("κ of the majority vote", "Fleiss&#39; κ");
    }

    @Test
    void fromAnEarlierSetWithTheStudysPayAndTime() {
        long study = lab.study(Map.of(
                "capacity", 4, "repeatShare", 0, "recruitment", Map.of("minutes", 2, "pay", "9.50 pounds an hour")));
        long set = RatedSet.of(staff, lab, study);
        Visitor admin = signedIn();

        JsonNode plan = staff.get("/api/v1/sets/" + set + "/plan?of=valence&reliability=0.9")
                .expect(200)
                .json();
        JsonNode known =
                staff.get("/api/v1/sets/" + set + "/reliability").json().get("valence");
        assertThat(plan.get("raters").asDouble())
                .isEqualTo(known.get("needed").get(1).get("raters").asDouble());
        assertThat(plan.get("hours").asDouble()).isEqualTo(2 / 60.0, within(1e-9));
        assertThat(row(plan, 6).get("cost").asDouble()).isEqualTo(6 * 9.5 / 30, within(1e-9));

        String page = admin.get("/sets/" + set + "/plan").body();
        assertThat(page)
                .contains("You need", "9.50 pounds an hour", "value=\"9.50\"", "Expression", "Arousal")
                .contains("/plan?of=scale&amp;image=0.");
        assertThat(admin.get("/sets/" + set + "/plan?of=expression").body()).contains("κ of the majority vote");
    }

    @Test
    void thousandsMayHaveCommasAndOfSeveralNumbersInThePayNoneIsTaken() {
        assertThat(staff.get("/api/v1/plan?of=scale&images=10,000&pay=1,500.50&per=rater&reliability=0,8")
                        .expect(200)
                        .json()
                        .get("hours")
                        .asDouble())
                .isGreaterThan(10);
        assertThat(pageOfAStudyThatPays("15,000 won an hour")).contains("value=\"15,000\"");
        assertThat(pageOfAStudyThatPays("60 minutes, 12 euros"))
                .contains("60 minutes, 12 euros")
                .doesNotContain("value=\"60\"");
    }

    private String pageOfAStudyThatPays(String pay) {
        long study =
                lab.study(Map.of("capacity", 4, "repeatShare", 0, "recruitment", Map.of("minutes", 2, "pay", pay)));
        return signedIn()
                .get("/sets/" + RatedSet.of(staff, lab, study) + "/plan")
                .body();
    }

    @Test
    void everyFaultStandsAtItsField() {
        Visitor admin = signedIn();

        String page = admin.get("/plan?of=scale&image=0&rater=x&reliability=1&images=2.5&pay=much")
                .body();

        assertThat(page)
                .contains("5 things to correct:", "a number, 0.0001 to 1")
                .contains("a number, 0.01 to 0.99", "a whole number", "value=\"much\"")
                .contains("aria-invalid=\"true\"")
                .doesNotContain("You need", "Nothing was stored");
        staff.get("/api/v1/plan?of=valence&repeats=200&per=day").expectProblem(422, "of: is one of expression, scale");
        staff.get("/api/v1/plan?kappa=0&of=expression").expectProblem(422, "kappa: a number, 0.01 to 1");
        assertThat(admin.get("/plan").body()).contains("You need", "Valence or arousal");
        assertThat(admin.get("/studies").body()).contains("href=\"/plan\"");
    }

    @Test
    void aSetWithoutAnswersHasNoPlan() {
        long set = lab.bareSet(lab.study(), Lab.manifest(12).getBytes(java.nio.charset.StandardCharsets.UTF_8));

        assertThat(signedIn().get("/sets/" + set + "/plan").body())
                .contains("This set has too few answers to plan from");
        assertThat(staff.get("/api/v1/sets/" + set + "/plan")
                        .expect(200)
                        .json()
                        .get("undefined")
                        .asString())
                .contains("too few answers");
        assertThat(staff.get("/api/v1/sets/" + set + "/plan/curve.svg")
                        .expect(200)
                        .body())
                .endsWith("</svg>\n");
    }

    private static JsonNode row(JsonNode plan, int raters) {
        return plan.get("rows")
                .valueStream()
                .filter(row -> row.get("raters").asInt() == raters)
                .findFirst()
                .orElseThrow();
    }

    private Visitor signedIn() {
        Visitor admin = new Visitor(port);
        admin.signIn("admin", Api.ADMIN_PASSWORD);
        return admin;
    }
}
