package org.c25.notices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.c25.common.Version;
import org.c25.security.SealedSecrets;
import org.c25.security.Secret;
import org.c25.testing.HookServer;
import org.c25.testing.OnBothDatabases;
import org.c25.testing.Visitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A webhook gets each notice as signed JSON, again until it takes it, and lies outside of the server's own network. */
@OnBothDatabases
@ExtendWith(OutputCaptureExtension.class)
class WebhooksTest extends NoticesStory {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Autowired
    private NoticeTargets targets;

    @Autowired
    private SealedSecrets seal;

    @Autowired
    private TransactionOperations transaction;

    @Autowired
    private Version version;

    @Autowired
    private Clock clock;

    private void fill() {
        join();
        join();
        job.look();
    }

    @Test
    void aNoticeIsJsonThatNamesPeopleByTheirSlotAndIsSigned() {
        String secret = secretOn(addWebhook(hook.address(), NoticeKind.STALLED));
        assertThat(secret).hasSize(32);
        stalled();

        lookAndSend();

        HookServer.Call call = hook.calls().get(0);
        JsonNode body = JSON.readTree(call.body());
        assertThat(body.propertyNames())
                .containsExactlyInAnyOrder("id", "kind", "text", "study", "set", "events", "page");
        assertThat(body.get("id").asString()).isEqualTo(call.notice());
        assertThat(body.get("kind").asString()).isEqualTo("STALLED");
        assertThat(body.get("text").asString()).startsWith("participant0 has stalled");
        assertThat(body.at("/study/name").asString()).isEqualTo("Faces & feelings");
        assertThat(body.at("/set/number").asInt()).isEqualTo(1);
        assertThat(body.at("/events/0").propertyNames()).containsExactlyInAnyOrder("at", "participant");
        assertThat(body.at("/events/0/participant").asInt()).isZero();
        assertThat(body.get("page").asString()).endsWith("/sets/" + set);
        long seconds = Long.parseLong(Visitor.found("^t=([0-9]+),v1=[0-9a-f]{64}$", call.signature()));
        assertThat(call.signature())
                .isEqualTo(WebhookSignature.of(call.body(), new Secret(secret), Instant.ofEpochSecond(seconds)));
    }

    /** The value is what {@code printf '1700000000.{}' | openssl dgst -sha256 -hmac secret} prints. */
    @Test
    void theSignatureIsTheHmacOfTimeAndBody() {
        assertThat(WebhookSignature.of("{}", new Secret("secret"), Instant.ofEpochSecond(1_700_000_000)))
                .isEqualTo("t=1700000000,v1=b8569b78799ff9e3cbff0fc2d63a33a2b57f3282abd07c37ae5e8e7d79a5f163");
    }

    @Test
    void aWebhookThatFailsAndHealsGetsTheNoticeOnceItsPauseIsOver() {
        addWebhook(hook.address(), NoticeKind.SET_FULL);
        fill();
        hook.answers(500);
        sender.sendDue();
        sender.sendDue();
        assertThat(hook.calls()).as("before its time").hasSize(1);
        assertThat(states()).containsExactly("SET_FULL WAITING 1");
        assertThat(admin.get(page()).body()).contains("not taken yet, again at", "It was answered with 500");

        hook.answers(200);
        timePasses();
        sender.sendDue();

        assertThat(states()).containsExactly("SET_FULL SENT 2");
        assertThat(hook.calls()).hasSize(2);
        assertThat(hook.calls())
                .extracting(HookServer.Call::notice)
                .containsOnly(hook.calls().get(0).notice());
        assertThat(admin.get(page()).body()).doesNotContain("answered with 500");
    }

    @Test
    void thePauseBeforeAnAttemptGrows() {
        addWebhook(hook.address(), NoticeKind.SET_FULL);
        fill();
        hook.answers(503);

        sender.sendDue();
        assertThat(pause()).isBetween(Duration.ofSeconds(20), Duration.ofSeconds(60));
        timePasses();
        sender.sendDue();
        assertThat(pause()).isBetween(Duration.ofSeconds(61), Duration.ofSeconds(120));
    }

    private Duration pause() {
        return Duration.between(
                Instant.now(),
                jdbc.sql("select next_attempt_at from notice")
                        .query(OffsetDateTime.class)
                        .single()
                        .toInstant());
    }

    @Test
    void aWebhookThatFailsForLongIsGivenUpAndCanBeTriedAgainByHand() {
        addWebhook(hook.address(), NoticeKind.SET_FULL);
        fill();
        hook.answers(302);
        for (int i = 0; i < 4; i++) {
            sender.sendDue();
            timePasses();
        }
        assertThat(states()).containsExactly("SET_FULL FAILED 3");
        assertThat(hook.calls()).extracting(HookServer.Call::path).doesNotContain("/elsewhere");
        HttpResponse<String> shown = admin.get(page());
        assertThat(shown.body()).contains("failed, 3 attempts", "302: redirects are not followed");

        hook.answers(204);
        String again = Visitor.found("action=\"([^\"]*/notices/[0-9]+/again)\"", shown.body());
        assertThat(admin.post(again, Map.of(), page()).body()).contains("The notice is on its way again.");
        sender.sendDue();

        assertThat(states()).containsExactly("SET_FULL SENT 1");
        assertThat(admin.post(again, Map.of(), page()).body()).contains("has been sent already");
    }

    @Test
    void aWebhookThatIsGoneIsNotTriedAgain() {
        addWebhook(hook.address(), NoticeKind.SET_FULL);
        fill();
        hook.answers(410);

        sender.sendDue();

        assertThat(states()).containsExactly("SET_FULL FAILED 1");
    }

    @Test
    void aWebhookThatFailsKeepsNoOtherWaiting() {
        try (HookServer other = new HookServer()) {
            addWebhook(hook.address(), NoticeKind.SET_FULL);
            addWebhook(other.address(), NoticeKind.SET_FULL);
            hook.close();
            fill();

            sender.sendDue();

            assertThat(other.calls()).hasSize(1);
            assertThat(states()).containsExactly("SET_FULL WAITING 1", "SET_FULL SENT 1");
            assertThat(admin.get(page()).body()).contains("The connection failed");
        }
    }

    @Test
    void neitherTheSecretNorTheAddressIsInTheDatabaseTheLogOrOnAnyOtherPage(CapturedOutput output) {
        HttpResponse<String> added = addWebhook(hook.address(), NoticeKind.SET_FULL);
        String secret = secretOn(added);
        fill();
        hook.answers(500);
        sender.sendDue();
        hook.close();
        timePasses();
        sender.sendDue();

        String kept = List.of("notice_target", "notice", "audit_event", "sent_form").stream()
                .map(table ->
                        jdbc.sql("select * from " + table).query().listOfRows().toString())
                .toList()
                .toString();
        assertThat(kept).contains("http://localhost:").doesNotContain(secret, "T0PSECRETPATH");
        assertThat(output.getAll()).contains("was not taken").doesNotContain(secret, "T0PSECRETPATH");
        assertThat(added.body()).doesNotContain("T0PSECRETPATH");
        assertThat(admin.get(page()).body()).contains("http://localhost:").doesNotContain(secret, "T0PSECRETPATH");
    }

    @Test
    void anAddressInTheOwnNetworkIsRefusedOnTheForm() {
        for (String address : List.of(
                "https://127.0.0.1/x", "https://10.1.2.3/x", "https://[::1]/x", "https://169.254.169.254/latest")) {
            assertThat(addWebhook(address, NoticeKind.SET_FULL).body())
                    .as(address)
                    .contains("own network", "c25.notices.in-own-network");
        }
        assertThat(addWebhook("http://93.184.216.34/x", NoticeKind.SET_FULL).body())
                .contains("does not begin with https://");
        assertThat(addWebhook("https://anna:geheim@93.184.216.34/x", NoticeKind.SET_FULL)
                        .body())
                .contains("no name, password or #");
        assertThat(addWebhook("hooks", NoticeKind.SET_FULL).body()).contains("does not begin with https://");
        assertThat(addWebhook(hook.address()).body()).contains("names at least one");
        assertThat(admin.get(page()).body()).contains("This study has no webhook.");
    }

    @Test
    void anAddressInTheOwnNetworkIsNotAskedEvenIfItWasTakenBefore() {
        addWebhook(hook.address(), NoticeKind.SET_FULL);

        assertThatThrownBy(() ->
                        client(Duration.ofSeconds(1)).send(targets.of(study).get(0), 1, "{}"))
                .isInstanceOf(NoticeRefusal.class)
                .hasMessageContaining("Nothing is sent there");
        assertThat(hook.calls()).isEmpty();
    }

    @Test
    void aWebhookThatDoesNotAnswerIsLeftAfterAWhile() {
        addWebhook(hook.address(), NoticeKind.SET_FULL);
        hook.hangs();

        assertThatThrownBy(() -> client(Duration.ofMillis(300), "localhost")
                        .send(targets.of(study).get(0), 1, "{}"))
                .isInstanceOf(NoticeRefusal.class)
                .hasMessageContaining("no answer in time");
    }

    private WebhookClient client(Duration patience, String... inOwnNetwork) {
        NoticeSettings settings = new NoticeSettings(
                patience,
                patience,
                patience,
                patience,
                patience,
                patience,
                patience,
                3,
                patience,
                List.of(inOwnNetwork));
        return new WebhookClient(new Webhooks(jdbc, targets, seal, settings, transaction), settings, version, clock);
    }

    @Test
    void aWebhookIsTriedOutAndRemoved() {
        addWebhook(hook.address(), NoticeKind.SET_FULL);
        String shown = admin.get(page()).body();
        admin.post(Visitor.found("action=\"([^\"]*/receivers/[0-9]+/test)\"", shown), Map.of(), page());
        sender.sendDue();
        assertThat(JSON.readTree(hook.calls().get(0).body()).get("kind").asString())
                .isEqualTo("TEST");
        String removal = Visitor.found("href=\"([^\"]*/webhooks/[0-9]+/removal)\"", shown);

        assertThat(admin.get(removal).body()).contains("Remove the webhook http://localhost:");
        assertThat(admin.post(removal, Map.of(), removal).body())
                .contains("The webhook is removed.", "This study has no webhook.");

        fill();
        sender.sendDue();
        assertThat(hook.calls()).hasSize(1);
    }
}
