package org.c25.links;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.c25.invitations.Invitations;
import org.c25.mail.MailServer;
import org.c25.mail.MailSettings;
import org.c25.participation.JoinedPeople;
import org.c25.participation.ParticipantStalled;
import org.c25.participation.SlotOffered;
import org.c25.participation.SlotReleased;
import org.c25.security.Secret;
import org.c25.sets.Sets;
import org.c25.testing.Api;
import org.c25.testing.Lab;
import org.c25.testing.OnBothDatabases;
import org.c25.testing.Person;
import org.c25.testing.PostOffice;
import org.c25.testing.RefusingMailServer;
import org.c25.testing.Visitor;
import org.c25.web.PublicAddress;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** Invitations and reminders go out by a real SMTP server, once each, or the page says why not. */
@OnBothDatabases
class SendingEmailsTest {

    static final PostOffice OFFICE = new PostOffice();

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    EmailSender sender;

    @Autowired
    EmailQueue queue;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    ApplicationEventPublisher events;

    private Api staff;
    private Lab lab;
    private Visitor admin;
    private long set;

    @DynamicPropertySource
    static void mail(DynamicPropertyRegistry settings) {
        settings.add("spring.mail.host", () -> "127.0.0.1");
        settings.add("spring.mail.port", () -> OFFICE.port);
        settings.add("c25.mail.from", () -> "Faces lab <faces@example.org>");
        // The tests send for themselves, and wait for nothing.
        settings.add("c25.mail.interval", () -> "1h");
        settings.add("c25.mail.pause", () -> "0s");
        settings.add("c25.mail.attempts", () -> "3");
    }

    @BeforeEach
    void anOpenSetAndAnEmptyPostOffice() {
        OFFICE.openAgain();
        jdbc.sql("delete from letter").update();
        staff = Api.stranger(port).admin();
        lab = new Lab(staff);
        set = lab.openSet(lab.study(Map.of("name", "Faces & feelings", "contact", "lab@example.org")), 3);
        admin = new Visitor(port);
        admin.signIn("admin", Api.ADMIN_PASSWORD);
    }

    @AfterAll
    static void closeThePostOffice() {
        OFFICE.close();
    }

    private JsonNode invite(String... emails) {
        return staff.post(invitations(), Map.of("emails", List.of(emails)))
                .expect(201)
                .json();
    }

    private String invitations() {
        return "/api/v1/sets/" + set + "/invitations";
    }

    private String page() {
        return "/sets/" + set + "/invitations";
    }

    private HttpResponse<String> click(String path, Map<String, String> fields) {
        return admin.post(page() + path, fields, page());
    }

    private long invitation(String token) {
        return jdbc.sql("select id from invitation where secret_hash = ?")
                .param(new Secret(token).hash())
                .query(Long.class)
                .single();
    }

    private long participant(String token) {
        return jdbc.sql("select id from participant where invitation_id = ?")
                .param(invitation(token))
                .query(Long.class)
                .single();
    }

    private String join(String token, String language) {
        new Person(Api.stranger(port), token)
                .consent(Map.of("accepted", true, "locale", language))
                .expect(200);
        return token;
    }

    private List<String> states() {
        return jdbc.sql("select concat(kind, ' ', state, ' ', attempts) from letter order by id")
                .query(String.class)
                .list();
    }

    private void publish(Object event) {
        transaction.executeWithoutResult(status -> events.publishEvent(event));
    }

    @Test
    void whoIsInvitedByEmailGetsALetterWithALinkThatWorks() {
        JsonNode made = invite("Anna@example.org", "ben@example.org");

        sender.sendDue();

        List<PostOffice.Letter> letters = OFFICE.letters();
        assertThat(letters)
                .extracting(PostOffice.Letter::to)
                .containsExactlyInAnyOrder("Anna@example.org", "ben@example.org");
        PostOffice.Letter annas = letters.stream()
                .filter(letter -> letter.to().startsWith("Anna"))
                .findFirst()
                .orElseThrow();
        assertThat(annas.link()).isEqualTo(made.get(0).get("url").asString());
        assertThat(annas.subject()).isEqualTo("You are invited: Faces & feelings");
        assertThat(annas.from()).isEqualTo("Faces lab <faces@example.org>");
        assertThat(annas.replyTo()).isEqualTo("lab@example.org");
        assertThat(annas.body()).contains("Questions? Write to lab@example.org.");
        HttpResponse<String> opened =
                new Visitor(port).get(annas.link().substring(annas.link().indexOf("/join/")));
        assertThat(opened.statusCode()).isEqualTo(200);
        assertThat(states()).containsExactly("INVITATION SENT 1", "INVITATION SENT 1");
        sender.sendDue();
        assertThat(OFFICE.letters()).hasSize(2);
    }

    @Test
    void theSecretIsNowhereInTheDatabaseInClear() {
        String token = invite("anna@example.org").get(0).get("token").asString();
        sender.sendDue();

        String kept = jdbc.sql("select * from invitation where id = ?")
                        .param(invitation(token))
                        .query()
                        .singleRow()
                        .toString()
                + jdbc.sql("select * from letter").query().listOfRows();

        assertThat(kept).contains("sealed_secret").doesNotContain(token);
    }

    @Test
    void aServerThatIsDownGetsTheLetterLater() {
        OFFICE.close();
        invite("anna@example.org", "ben@example.org");

        sender.sendDue();

        assertThat(states()).containsExactly("INVITATION WAITING 1", "INVITATION WAITING 0");
        assertThat(admin.get(page()).body()).contains("not taken yet, again at").contains("Connection refused");
        assertThat(Api.stranger(port).get("/actuator/health").status()).isEqualTo(200);
        OFFICE.openAgain();
        sender.sendDue();
        assertThat(OFFICE.letters()).hasSize(2);
        assertThat(admin.get(page()).body()).doesNotContain("Connection refused");
    }

    @Test
    void aLetterIsGivenUpAfterSomeAttempts() {
        OFFICE.close();
        invite("anna@example.org");

        for (int i = 0; i < 4; i++) {
            sender.sendDue();
        }

        assertThat(states()).containsExactly("INVITATION FAILED 3");
    }

    @Test
    void pausesGrowToALongestOne() {
        MailSettings settings =
                new MailSettings("", null, java.time.Duration.ofMinutes(1), java.time.Duration.ofHours(6), 12, null);

        assertThat(IntStream.rangeClosed(1, 12).mapToObj(settings::pauseAfter).map(java.time.Duration::toMinutes))
                .containsExactly(1L, 2L, 4L, 8L, 16L, 32L, 64L, 128L, 256L, 360L, 360L, 360L);
    }

    @Test
    void aRefusedAddressIsShownAtOnceAndCanBeSentAgain() throws IOException {
        OFFICE.close();
        String token;
        try (RefusingMailServer refusing = new RefusingMailServer(OFFICE.port, "550 5.1.1 No such user")) {
            token = invite("nobody@example.org").get(0).get("token").asString();
            sender.sendDue();
        }

        assertThat(states()).containsExactly("INVITATION FAILED 1");
        assertThat(admin.get(page()).body())
                .contains("nobody@example.org", "failed", "550 5.1.1 No such user", "Send again");
        OFFICE.openAgain();
        assertThat(click("/" + invitation(token) + "/letter", Map.of()).body()).contains("The e-mail is on its way.");
        sender.sendDue();
        assertThat(OFFICE.letters()).hasSize(1);
        assertThat(click("/" + invitation(token) + "/letter", Map.of()).body()).contains("on its way or sent already");
    }

    @Test
    void aRefusalForNowIsTriedAgainAndAQuotedLinkIsNotKept() throws IOException {
        OFFICE.close();
        try (RefusingMailServer refusing = new RefusingMailServer(OFFICE.port, "451 4.3.0 Try later")) {
            invite("anna@example.org");
            sender.sendDue();
            assertThat(states()).containsExactly("INVITATION FAILED 3");
        }
        jdbc.sql("update letter set state = 'WAITING', attempts = 0").update();
        try (RefusingMailServer refusing = new RefusingMailServer(OFFICE.port, "250 ok")) {
            sender.sendDue();
        }

        assertThat(states()).containsExactly("INVITATION FAILED 1");
        assertThat(jdbc.sql("select last_error from letter").query(String.class).single())
                .contains("Looks like spam")
                .endsWith("/join/…");
    }

    @Test
    void twoSendersAtOnceSendEachLetterOnce(
            @Autowired Invitations invitations,
            @Autowired JoinedPeople joined,
            @Autowired Sets sets,
            @Autowired EmailText words,
            @Autowired PublicAddress address,
            @Autowired MailServer mailServer)
            throws Exception {
        invite(IntStream.range(0, 40).mapToObj(i -> "p" + i + "@example.org").toArray(String[]::new));
        EmailSender another = new EmailSender(queue, invitations, joined, sets, words, address, mailServer);
        ExecutorService nodes = Executors.newFixedThreadPool(2);
        try {
            List<Future<?>> running = List.of(nodes.submit(sender::sendDue), nodes.submit(another::sendDue));
            for (Future<?> node : running) {
                node.get();
            }
        } finally {
            nodes.shutdown();
        }

        assertThat(OFFICE.letters())
                .extracting(PostOffice.Letter::to)
                .hasSize(40)
                .doesNotHaveDuplicates();
        assertThat(states()).hasSize(40).allMatch("INVITATION SENT 1"::equals);
    }

    @Test
    void theLetterOfANodeThatDiedIsSentOnceItsTimeIsOver() {
        invite("anna@example.org");
        EmailQueue.Due letter = queue.due(1).get(0);
        assertThat(queue.take(letter)).isTrue();
        assertThat(queue.take(letter)).isFalse();
        sender.sendDue();
        assertThat(OFFICE.letters()).isEmpty();

        jdbc.sql("update letter set next_attempt_at = ?")
                .param(Instant.now().minusSeconds(1).atOffset(ZoneOffset.UTC))
                .update();
        sender.sendDue();

        assertThat(OFFICE.letters()).hasSize(1);
        assertThat(OFFICE.letters().get(0).number()).isEqualTo(letter.id());
    }

    @Test
    void whoHasErasedGetsNothing() {
        String token = join(invite("anna@example.org").get(0).get("token").asString(), "en");
        publish(new ParticipantStalled(participant(token), invitation(token)));
        assertThat(states()).hasSize(2);

        new Person(Api.stranger(port), token).withdraw().expect(204);
        sender.sendDue();

        assertThat(OFFICE.letters()).isEmpty();
        assertThat(states()).isEmpty();
        assertThat(jdbc.sql("select email, live_email, sealed_secret from invitation where secret_hash = ?")
                        .param(new Secret(token).hash())
                        .query()
                        .singleRow()
                        .values())
                .containsOnlyNulls();
    }

    @Test
    void aRevokedLinkIsNotSentAndItsAddressCanBeInvitedAnew() {
        long first = invitation(invite("anna@example.org").get(0).get("token").asString());
        assertThat(click("/" + first + "/revocation", Map.of()).body()).contains("The link is revoked.");

        invite("anna@example.org");
        sender.sendDue();

        assertThat(OFFICE.letters()).hasSize(1);
        assertThat(states()).containsExactly("INVITATION CANCELLED 0", "INVITATION SENT 1");
    }

    @Test
    void nobodyIsRemindedTwiceADay() {
        JsonNode made = invite("anna@example.org", "ben@example.org");
        staff.post(invitations(), Map.of("count", 1)).expect(201);
        sender.sendDue();
        long annas = invitation(made.get(0).get("token").asString());

        assertThat(click("/" + annas + "/reminder", Map.of()).body()).contains("The reminder is on its way.");
        assertThat(click("/" + annas + "/reminder", Map.of()).body()).contains("one a day is enough");
        assertThat(click("/reminders", Map.of("whom", "NOT_JOINED")).body())
                .contains("1 reminder is on its way.")
                .contains("1 person had one within the last 24 hours.")
                .contains("1 person can’t be reached");
        sender.sendDue();
        assertThat(OFFICE.letters().subList(2, 4))
                .extracting(PostOffice.Letter::subject)
                .containsOnly("A reminder: Faces & feelings");

        jdbc.sql("update invitation set reminded_at = ? where id = ?")
                .params(Instant.now().minus(Emails.BETWEEN_REMINDERS).atOffset(ZoneOffset.UTC), annas)
                .update();
        assertThat(click("/" + annas + "/reminder", Map.of()).body()).contains("The reminder is on its way.");
    }

    @Test
    void whoHasStalledIsRemindedInTheirLanguage() {
        String token = join(invite("anna@example.org").get(0).get("token").asString(), "ko");
        String busy = join(invite("ben@example.org").get(0).get("token").asString(), "en");
        sender.sendDue();
        jdbc.sql("update participant set stalled_at = current_timestamp where id = ?")
                .param(participant(token))
                .update();

        assertThat(click("/reminders", Map.of("whom", "STALLED")).body()).contains("1 reminder is on its way.");
        publish(new ParticipantStalled(participant(token), invitation(token)));
        publish(new ParticipantStalled(participant(busy), invitation(busy)));
        sender.sendDue();

        assertThat(OFFICE.letters()).hasSize(4);
        assertThat(OFFICE.letters().get(2).subject()).startsWith("원하실 때");
        assertThat(OFFICE.letters().get(2).body()).contains("멈춘 곳에서");
        assertThat(OFFICE.letters().get(3).subject()).startsWith("Go on whenever you like");
    }

    @Test
    void whosePlaceWasGivenOnAndWhoIsOfferedOneReadsSo() {
        JsonNode made = invite("anna@example.org", "ben@example.org");
        String annas = join(made.get(0).get("token").asString(), "en");
        sender.sendDue();

        publish(new SlotReleased(participant(annas), invitation(annas)));
        publish(new SlotOffered(invitation(made.get(1).get("token").asString())));
        sender.sendDue();

        assertThat(OFFICE.letters().subList(2, 4))
                .extracting(PostOffice.Letter::to, letter -> letter.subject().split(":")[0])
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("anna@example.org", "About your place"),
                        org.assertj.core.groups.Tuple.tuple("ben@example.org", "A place is free for you"));
    }

    @Test
    void whoHasFinishedOrLeftIsNotWrittenTo() {
        String token = join(invite("anna@example.org").get(0).get("token").asString(), "en");
        publish(new ParticipantStalled(participant(token), invitation(token)));
        jdbc.sql("update participant set status = 'COMPLETED' where id = ?")
                .param(participant(token))
                .update();

        sender.sendDue();

        assertThat(OFFICE.letters()).isEmpty();
        assertThat(states()).containsOnly("INVITATION CANCELLED 1", "REMINDER CANCELLED 1");
    }

    @Test
    void linksForAddressesCanBeMadeWithoutSendingThem() {
        String token = staff.post(invitations(), Map.of("emails", List.of("anna@example.org"), "send", false))
                .expect(201)
                .json()
                .get(0)
                .get("token")
                .asString();
        staff.post(invitations(), Map.of("count", 1, "send", true)).expectFault(422, "send");
        click("/by-email", Map.of("emails", "ben@example.org"));
        sender.sendDue();
        assertThat(OFFICE.letters()).isEmpty();

        click("/" + invitation(token) + "/letter", Map.of());
        assertThat(click("/by-email", Map.of("emails", "cleo@example.org", "send", "true"))
                        .body())
                .contains("The e-mails with them are on their way.");
        sender.sendDue();

        assertThat(OFFICE.letters())
                .extracting(PostOffice.Letter::to)
                .containsExactly("anna@example.org", "cleo@example.org");
    }

    @Test
    void severalPeopleAreRemindedAtOnceAndThePageBeforeSaysWhoIsPassedOver() {
        invite("anna@example.org", "ben@example.org");
        lab.invite(set, 1);
        String asked =
                admin.get(page() + "/ticked/reminders?all=true&sort=link").body();
        String links = Visitor.found("name=\"links\"\\s+value=\"([^\"]+)\"", asked);
        assertThat(asked)
                .contains("Remind 2 people?", "Will happen (2)", "anna@example.org", "ben@example.org")
                .contains("Will be passed over (1)", "No address is known here.");
        assertThat(admin.get(page() + "/ticked/reminders?all=true&q=ben").body())
                .contains("Remind 1 person?");

        HttpResponse<String> after = click("/ticked/reminders", Map.of("links", links, "sort", "link"));
        String again = click("/ticked/reminders", Map.of("links", links)).body();

        assertThat(after.uri().getQuery()).isEqualTo("sort=link");
        assertThat(after.body()).contains("are reminded.", "anna@example.org");
        assertThat(again).contains("Nothing was changed. Passed over:", "within the last 24 hours");
        assertThat(states())
                .hasSize(4)
                .filteredOn(state -> state.startsWith("REMINDER"))
                .hasSize(2);
        assertThat(jdbc.sql("select count(*) from audit_event where subject = ? and action = 'people reminded'")
                        .param("set " + set)
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
        assertThat(admin.get(page() + "/ticked/reminders?all=true").body())
                .contains("Will be passed over (3)")
                .doesNotContain("Will happen");
    }
}
