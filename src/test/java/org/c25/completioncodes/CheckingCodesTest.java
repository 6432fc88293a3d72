package org.c25.completioncodes;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.c25.testing.Api;
import org.c25.testing.Lab;
import org.c25.testing.OnBothDatabases;
import org.c25.testing.Person;
import org.c25.testing.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Staff read which completion codes were given out, and what those are worth that a recruiter has. */
@OnBothDatabases
class CheckingCodesTest {

    @LocalServerPort
    int port;

    private Api staff;
    private Lab lab;
    private Visitor admin;
    private long study;
    private long set;
    private String page;

    @BeforeEach
    void aSetOfOneImage() {
        staff = Api.stranger(port).admin();
        lab = new Lab(staff);
        admin = new Visitor(port);
        admin.signIn("admin", Api.ADMIN_PASSWORD);
        study = lab.study(Map.of("capacity", 4, "repeatShare", 0));
        set = lab.openSet(study, 1);
        page = "/sets/" + set + "/completion-codes";
    }

    private Person join(long set) {
        Person person = new Person(Api.stranger(port), lab.invite(set, 1).get(0));
        person.consent().expect(200);
        return person;
    }

    private static String finish(Person person) {
        person.answer(0, 3, 4, 5).expect(200);
        return person.complete(1).expect(200).text("code");
    }

    private String check(Map<String, Object> sent) {
        return admin.upload(page, sent, page).body();
    }

    /** The lines of the file with the outcome, without the times. */
    private String outcome(String checked) {
        String carried = Visitor.found("(?s)<textarea name=\"checked\"[^>]*>([^<]*)<", checked);
        return admin.post(page + "/outcome.csv", Map.of("checked", carried), page)
                .body()
                .replaceAll("\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z", "TIME");
    }

    @Test
    void theCodesGivenOutAreListedAndInAFile() {
        assertThat(admin.get(page).body()).contains("Nobody has finished yet.");
        String first = finish(join(set));
        join(set);
        String third = finish(join(set));
        lab.release(set, 2);

        String file = staff.get("/api/v1" + page + ".csv").expect(200).body();

        assertThat(file.replaceAll("\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z", "TIME"))
                .isEqualTo("participant,completion_code,completed_at,replaced\r\n0," + first + ",TIME,0\r\n2," + third
                        + ",TIME,1\r\n");
        assertThat(admin.get(page + ".csv").body()).isEqualTo(file);
        assertThat(admin.get(page).body()).contains(first, third, "replaced since", "participant0");
        assertThat(admin.get("/sets/" + set + "/data").body()).contains(page + "\"", page + ".csv\"");
        assertThat(admin.get("/sets/" + set).body()).contains(page + "\"");
    }

    @Test
    void theFileOfARecruiterIsHeldAgainstThem() {
        String done = finish(join(set));
        String shared = finish(join(set));
        String forgotten = finish(join(set));
        Person gone = join(set);
        String erased = finish(gone);
        gone.withdraw().expect(204);
        String elsewhere = finish(join(anotherSet()));
        String file = """
                Submission id,Participant id,Status,Completion code
                s1,p1,AWAITING REVIEW,%s
                s2,p2,AWAITING REVIEW,%s
                s3,p3,AWAITING REVIEW,%s
                s4,p4,AWAITING REVIEW,ABCDE-FGHJK
                s5,p5,RETURNED,NOCODE
                s6,p6,AWAITING REVIEW,%s
                s7,p7,AWAITING REVIEW,%s
                """.formatted(done.toLowerCase(Locale.ROOT).replace("-", ""), shared, shared, erased, elsewhere);

        String checked = check(Map.of("file", file.getBytes(UTF_8), "pasted", ""));

        assertThat(checked)
                .contains("not given out here", "handed in more than once", "of another set", "no code", ">done<")
                .contains("Set 2,", "Done here, and not handed in", forgotten);
        assertThat(outcome(checked))
                .isEqualTo(String.join(
                        "\r\n",
                        "external_id,completion_code,outcome,participant,completed_at",
                        "p4,ABCDE-FGHJK,unknown,,",
                        "p6," + erased + ",unknown,,",
                        "p2," + shared + ",twice,1,TIME",
                        "p3," + shared + ",twice,1,TIME",
                        "p7," + elsewhere + ",other_set,,",
                        "p5,,none,,",
                        "p1," + done.toLowerCase(Locale.ROOT).replace("-", "") + ",done,0,TIME",
                        "," + forgotten + ",not_handed_in,2,TIME",
                        ""));
    }

    private long anotherSet() {
        Map<String, Object> parts = new HashMap<>(Lab.parts(Lab.manifest(1), Lab.zip(1)));
        parts.put("number", "2");
        long other = staff.upload("/api/v1/studies/" + study + "/sets", parts)
                .expect(201)
                .number("id");
        lab.open(other);
        return other;
    }

    @Test
    void pastedCodesDoAsWellAndWhatCannotBeReadIsToldBesideItsField() {
        String code = finish(join(set));

        assertThat(check(Map.of("pasted", code + "\nZZZZZ-ZZZZZ\n")))
                .contains(">done<", "not given out here")
                .contains(code + "\nZZZZZ-ZZZZZ");
        assertThat(check(Map.of("pasted", " "))).contains("there is no code in it", "Given out so far");
        assertThat(check(Map.of("pasted", "", "file", "Participant id,Näme\n1,a\n".getBytes(ISO_8859_1))))
                .contains("not in UTF-8");
        assertThat(check(Map.of("pasted", "", "file", "Participant id,Status\n1,a\n".getBytes(UTF_8))))
                .contains("has no column with completion codes");
    }
}
