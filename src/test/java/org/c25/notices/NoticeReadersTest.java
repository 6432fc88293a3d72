package org.c25.notices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.Map;
import org.c25.testing.Api;
import org.c25.testing.Lab;
import org.c25.testing.OnBothDatabases;
import org.c25.testing.PostOffice;
import org.c25.testing.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Notices go to people who still see the study, at an address that is theirs. */
@OnBothDatabases
class NoticeReadersTest extends NoticesStory {

    private static final String OWN = "/account/notices";

    private String name;
    private String password;
    private Visitor kim;

    @BeforeEach
    void kimIsAnExperimenter() {
        name = "kim" + study;
        password = secretOn(admin.post("/accounts", Map.of("name", name, "role", "EXPERIMENTER"), "/accounts"));
        kim = new Visitor(port);
        kim.signIn(name, password);
    }

    private void kimHasAStudy() {
        Lab kims = new Lab(Api.stranger(port).account(name, password));
        study = kims.study(Map.of("name", "Kim's", "capacity", 2));
        set = kims.openSet(study, 2);
    }

    private void kimIsGivenAnAddress() {
        admin.post(addressOfKim(), Map.of("address", "kim@example.org"), addressOfKim());
    }

    private String addressOfKim() {
        return "/accounts/" + account(name) + "/notice-address";
    }

    private static String proof() {
        return OFFICE.letters().stream()
                .filter(letter -> letter.subject().equals("C25: is this your address?"))
                .map(letter -> Visitor.found("(/account/notices/proof/\\S+)", letter.body()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void anAddressIsProvenByItsOwnLinkWhileSignedInAndOnlyByAsking() {
        assertThat(kim.get(OWN).body()).contains("None is known yet.");
        kim.post(OWN, Map.of("address", "kim@example.org"), OWN);
        assertThat(kim.get(OWN).body()).contains("not proven yet");
        String link = proof();

        assertThat(admin.post(link, Map.of(), OWN).body()).contains("of another account than yours");
        assertThat(kim.get(link).body()).contains("Is kim@example.org your address?");
        assertThat(kim.get(OWN).body()).contains("not proven yet");
        assertThat(kim.post(link, Map.of(), OWN).body()).contains("The address is yours");
        assertThat(kim.post(link, Map.of(), OWN).body()).contains("used up");

        assertThat(kim.post(OWN, Map.of("address", "kim2@example.org"), OWN).body())
                .contains("a moment ago");
        assertThat(kim.get(OWN).body()).contains("kim@example.org", "proven");
        assertThat(jdbc.sql("select * from notice_address").query().listOfRows().toString())
                .doesNotContain(link.substring(link.lastIndexOf('/') + 1));
    }

    @Test
    void nobodysMailboxIsFilledByRemovingAnAddressAndTypingItAgain() {
        kim.post(OWN, Map.of("address", "kim@example.org"), OWN);
        assertThat(kim.post(OWN + "/removal", Map.of(), OWN).body()).contains("a moment ago");
        kim.post(OWN, Map.of("address", "kim@example.org"), OWN);
        assertThat(subjects()).hasSize(1);

        kimIsGivenAnAddress();
        assertThat(kim.post(OWN + "/removal", Map.of(), OWN).body()).contains("Your address is removed");
        assertThat(rows("notice_address")).isZero();
    }

    @Test
    void nothingGoesToAnAddressThatIsNotProven() {
        kimHasAStudy();
        kim.post(OWN, Map.of("address", "kim@example.org"), OWN);
        choose(kim, NoticeKind.SET_FULL);
        assertThat(kim.get(page()).body()).contains("Your e-mail address is not proven yet.");
        join();
        join();
        lookAndSend();
        assertThat(states()).isEmpty();

        kim.post(proof(), Map.of(), OWN);
        lab.release(set, 1);
        join();
        lookAndSend();

        assertThat(states()).containsExactly("SET_FULL SENT 1");
        assertThat(OFFICE.letters())
                .extracting(PostOffice.Letter::to, PostOffice.Letter::subject)
                .contains(tuple("kim@example.org", "Set full: Set 1 of “Kim's”"));
    }

    @Test
    void anInventedAddressGetsNothing() {
        assertThat(admin.post(OWN, Map.of("address", "boss@lab.invalid"), OWN).body())
                .contains("is invented");
        String path = "/accounts/" + account("admin") + "/notice-address";
        admin.post(path, Map.of("address", "boss@lab.invalid"), path);
        choose(admin, NoticeKind.SET_FULL);
        assertThat(admin.get(page()).body()).contains("Nothing is sent to your address: it is invented.");
        join();
        join();

        lookAndSend();

        assertThat(states()).isEmpty();
    }

    @Test
    void whoDoesNotSeeAStudyIsToldNothingOfItAndOthersAre() {
        assertThat(kim.get(page()).statusCode()).isEqualTo(404);
        assertThat(kim.get(addressOfKim()).statusCode()).isEqualTo(403);
        kimIsGivenAnAddress();
        adminWants(NoticeKind.SET_FULL);
        // As if Kim had been an admin when they chose.
        jdbc.sql("update notice_target set account_id = ?").param(account(name)).update();
        choose(admin, NoticeKind.SET_FULL);
        join();
        join();

        lookAndSend();

        assertThat(OFFICE.letters()).extracting(PostOffice.Letter::to).containsExactly("boss@example.org");
    }

    @Test
    void whoIsDisabledIsToldNothingNotEvenWhatWaits() {
        kimHasAStudy();
        kimIsGivenAnAddress();
        choose(kim, NoticeKind.FIRST_ANSWER, NoticeKind.SET_FULL);
        String token = join();
        join();
        job.look();
        assertThat(states()).containsExactly("SET_FULL WAITING 0");

        admin.post("/accounts/" + account(name) + "/disabling", Map.of(), "/accounts");
        person(token).answer(0, 1, 2, 3).expect(200);
        lookAndSend();

        assertThat(subjects()).isEmpty();
        assertThat(states()).containsExactly("SET_FULL CANCELLED 1");
    }
}
