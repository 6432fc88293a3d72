package org.c25.browser.scripts;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Request;
import com.microsoft.playwright.Route;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** {@code delivery.js}: how one answer is sent, and which of the server's words are a refusal. */
class DeliveryScriptIT extends ScriptAlone {

    private static final String ADDRESS = "PUT /p/ann/api/trials/3/annotation";
    private static final String PROBLEM = "application/problem+json";

    private final List<Request> requests = new CopyOnWriteArrayList<>();

    @BeforeEach
    void theScript() {
        fake("annotation/outbox.js", """
                export class Refused {
                  constructor(status, forGood, problem = {}) { this.words = ["refused", status, forGood ? "for good" : "for now", ...Object.keys(problem)].join(" "); }
                }
                export class Unavailable {
                  constructor(status, seconds) { this.words = `unavailable ${status}, ${seconds} s`; }
                }""");
        load("annotation/delivery.js");
        run("""
                window.deliver = (participation = "first") =>
                  serverAt("/p/ann/api").send({ position: 3, revising: false, body: { id: "a", valence: 4 } }, participation)
                    .then(reply => `revision ${reply.revision}${reply.era ? ` in ${reply.era}` : ""}`, e => e.words ?? e.name);""");
    }

    private Object delivered(int status, String type, String body) {
        return delivered(status, Map.of("Content-Type", type), body);
    }

    private Object delivered(int status, Map<String, String> headers, String body) {
        on(ADDRESS, route -> {
            requests.add(route.request());
            fulfill(route, status, headers, body);
        });
        return run("return deliver()");
    }

    @Test
    void anAnswerIsPutAtItsTrialWithTheParticipationInWhichItWasGiven() {
        assertThat(delivered(200, "application/json", "{\"revision\": 2}")).isEqualTo("revision 2");

        assertThat(asked).containsExactly(ADDRESS);
        Request request = requests.get(0);
        assertThat(request.postData()).isEqualTo("{\"id\":\"a\",\"valence\":4}");
        assertThat(request.headers())
                .containsEntry("content-type", "application/json")
                .containsEntry("c25-participation", "first");
    }

    @Test
    void theReplySaysFromWhichEraTheServerGoesOn() {
        assertThat(delivered(200, Map.of("Content-Type", "application/json", "C25-Era", "e1"), "{\"revision\": 1}"))
                .isEqualTo("revision 1 in e1");
    }

    @Test
    void theServersListIsReadUnlessTheDeviceMayNotReadIt() {
        assertThat(listed(200, "application/json", "[{\"id\": \"a\"}]")).isEqualTo("[{\"id\":\"a\"}]");
        assertThat(listed(403, PROBLEM, "{}")).isEqualTo("null");
        assertThat(listed(403, "text/html", "<h1>No backend</h1>")).isEqualTo("unavailable 403, 0 s");
        assertThat(listed(401, PROBLEM, "{}")).isEqualTo("refused 401 for now");
        assertThat(listed(503, PROBLEM, "{}")).isEqualTo("unavailable 503, 0 s");
    }

    private Object listed(int status, String type, String body) {
        on("GET /p/ann/api/annotations", status, type, body);
        return run("return serverAt('/p/ann/api').list().then(JSON.stringify, e => e.words)");
    }

    @Test
    void anAnswerOfNoKnownParticipationSaysNothingOfOne() {
        delivered(200, "application/json", "{\"revision\": 1}");
        run("await deliver(null);");

        assertThat(requests.get(1).headers()).doesNotContainKey("c25-participation");
    }

    @Test
    void whomTheServerKnowsNoMoreIsRefusedForNow() {
        assertThat(delivered(401, PROBLEM, "{}")).isEqualTo("refused 401 for now");
    }

    @Test
    void whatTheServerWillNeverTakeIsRefusedForGoodAndSaysWhy() {
        for (int status : new int[] {403, 404, 409, 422}) {
            assertThat(delivered(status, PROBLEM, "{\"mostRevisions\": 100}"))
                    .isEqualTo("refused %d for good mostRevisions".formatted(status));
        }
    }

    @Test
    void aRefusalWhoseReasonDoesNotArriveIsOneAllTheSame() {
        assertThat(delivered(409, PROBLEM + ";charset=UTF-8", "{\"otherPart")).isEqualTo("refused 409 for good");
    }

    @Test
    void whatTheServerCantTakeNowIsNoRefusal() {
        for (int status : new int[] {400, 408, 413, 429, 500, 502, 503, 504}) {
            assertThat(delivered(status, Map.of("Content-Type", PROBLEM, "Retry-After", "7"), "{}"))
                    .isEqualTo("unavailable %d, 7 s".formatted(status));
        }
    }

    @Test
    void aServerNeedNotSayWhenToComeAgain() {
        assertThat(delivered(503, PROBLEM, "{}")).isEqualTo("unavailable 503, 0 s");
        assertThat(delivered(503, Map.of("Retry-After", "Fri, 31 Dec 1999 23:59:59 GMT"), ""))
                .isEqualTo("unavailable 503, 0 s");
    }

    @Test
    void whatAProxySaysIsNoRefusal() {
        for (int status : new int[] {401, 403, 404, 409, 422}) {
            assertThat(delivered(status, "text/html", "<h1>No backend</h1>"))
                    .isEqualTo("unavailable %d, 0 s".formatted(status));
        }
        assertThat(delivered(404, new HashMap<>(), "")).isEqualTo("unavailable 404, 0 s");
    }

    @Test
    void aPageInPlaceOfAReplyIsNoAcknowledgement() {
        assertThat(delivered(200, "text/html", "<h1>Welcome to this hotel</h1>"))
                .isEqualTo("SyntaxError");
    }

    @Test
    void aDeadNetworkIsNoRefusal() {
        on(ADDRESS, Route::abort);

        assertThat(run("return deliver()")).isEqualTo("TypeError");
    }

    @Test
    void anAnswerThatIsOnItsWayForTooLongIsGivenUp() {
        on(ADDRESS, route -> {}); // Nothing comes.

        assertThat(run("""
                const patience = [];
                const giveUp = new AbortController();
                AbortSignal.timeout = milliseconds => { patience.push(milliseconds); return giveUp.signal; };
                const delivered = deliver();
                giveUp.abort(new DOMException("too long", "TimeoutError"));
                return [await delivered, ...patience];""")).isEqualTo(List.of("TimeoutError", 20_000));
    }

    @Test
    void anOldBrowserThatCantGiveUpSendsAllTheSame() {
        run("AbortSignal.timeout = undefined;");

        assertThat(delivered(200, "application/json", "{\"revision\": 1}")).isEqualTo("revision 1");
    }
}
