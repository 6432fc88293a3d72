package org.c25.browser.scripts;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Route;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** {@code faces.js}: pictures are there before they are wanted, however bad the network, and none is passed over unsaid. */
class FacesScriptIT extends ScriptAlone {

    private static final String API = "/p/ann/api";
    private static final String PROBLEM = "application/problem+json";

    /** One grey dot. */
    private static final byte[] PICTURE = Base64.getDecoder()
            .decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==");

    private static final Consumer<Route> GOOD = route ->
            route.fulfill(new Route.FulfillOptions().setContentType("image/png").setBodyBytes(PICTURE));

    @BeforeEach
    void aHundredAndTwentyTrials() {
        for (int from = 0; from < 120; from += 50) {
            on(
                    listing(from),
                    200,
                    "application/json",
                    IntStream.range(from, Math.min(from + 50, 120))
                            .mapToObj(position ->
                                    "{\"position\": %d, \"image\": \"/picture/%d\"}".formatted(position, position))
                            .collect(Collectors.joining(",", "[", "]")));
        }
        for (int position = 0; position < 120; position++) {
            on(picture(position), GOOD);
        }
        load("annotation/faces.js");
        run("""
                window.faces = new Faces("/p/ann/api", 120, "first");
                window.seen = {};
                // What comes of a picture: "shown", "null", or nothing as long as it is on its way.
                window.look = (position, face = faces.at(position)) => { face.then(image => { seen[position] = image ? "shown" : "null"; }); };
                window.sameNow = true; // Gone when the page has loaded itself again.""");
    }

    private static String listing(int from) {
        return "GET " + API + "/trials?from=" + from + "&limit=50";
    }

    private static String picture(int position) {
        return "GET /picture/" + position;
    }

    private static String report(int position) {
        return "POST " + API + "/trials/" + position + "/picture-report";
    }

    private static Consumer<Route> says(int status, String type) {
        return route -> fulfill(route, status, Map.of("Content-Type", type), "{}");
    }

    /** Answers in turn; the last answer is given from then on. */
    @SafeVarargs
    private void inTurn(String methodAndPath, Consumer<Route>... answers) {
        Deque<Consumer<Route>> left = new ArrayDeque<>(List.of(answers));
        on(methodAndPath, route -> (left.size() > 1 ? left.poll() : left.peek()).accept(route));
    }

    private long times(String methodAndPath) {
        // Requests come in order: what was asked for before this one has been counted when it is answered.
        run("await fetch('/barrier');");
        return asked.stream().filter(methodAndPath::equals).count();
    }

    private void untilSeen(int position, String what) {
        until("seen[" + position + "] === '" + what + "'");
    }

    /** From here on the script's pauses last as long as the test says. */
    private void stopTheClockAndSeePauses() {
        stopTheClock();
        run("""
                window.pauses = [];
                const real = setTimeout;
                window.setTimeout = (task, milliseconds) => { pauses.push(milliseconds); return real(task, milliseconds); };""");
    }

    /** Waits until the script pauses for just so long, and lets that time go by. */
    private void sitOut(int... milliseconds) {
        for (int pause : milliseconds) {
            until("pauses[0] === " + pause);
            run("pauses.shift();");
            pass(pause - 1);
            assertThat(run("return pauses")).as("before %d ms are over", pause).isEqualTo(List.of());
            pass(1);
        }
    }

    @Test
    void addressesAreAskedForFiftyAtATime() {
        run("await Promise.all([0, 1, 49, 50, 99, 100].map(position => faces.at(position)));");

        assertThat(asked.stream().filter(request -> request.contains("/trials?")))
                .containsExactlyInAnyOrder(listing(0), listing(50), listing(100));
    }

    @Test
    void theFiveFacesToComeAreFetched() {
        run("faces.prefetch(7); await Promise.all([8, 9, 10, 11, 12].map(position => faces.at(position)));");

        assertThat(times(picture(7))).isZero();
        assertThat(asked.stream().filter(request -> request.contains("/picture/")))
                .containsExactlyInAnyOrder(picture(8), picture(9), picture(10), picture(11), picture(12));
        assertThat(run("return faces.ahead(7)")).isEqualTo(5);
    }

    @Test
    void nothingIsFetchedThatIsOfNoInterest() {
        run("""
                const few = new Faces("/p/ann/api", 10, "first");
                few.prefetch(7);
                await Promise.all([8, 9].map(position => few.at(position)));""");

        assertThat(times(picture(10))).isZero();
        assertThat(asked.stream().filter(request -> request.contains("/picture/")))
                .containsExactlyInAnyOrder(picture(8), picture(9));
    }

    @Test
    void aFaceIsFetchedOnce() {
        run("faces.prefetch(0); await faces.at(1); faces.prefetch(0); await faces.at(1); await faces.at(1);");

        assertThat(times(picture(1))).isEqualTo(1);
    }

    @Test
    void aFaceIsReadyOnceItIsDecodedAndThePageIsTold() {
        run("""
                window.told = [];
                faces.onready = () => told.push(faces.ready(3)?.naturalWidth);
                window.before = faces.ready(3) ?? "not yet";
                await faces.at(3);""");

        assertThat(run("return [before, ...told]")).isEqualTo(List.of("not yet", 1));
    }

    @Test
    void aFaceThatWasShownIsLetGo() {
        run("await faces.at(3); faces.prefetch(3);");

        assertThat(run("return faces.ready(3) ?? 'gone'")).isEqualTo("gone");
    }

    @Test
    void onlyFacesThatAreHereOneAfterTheOtherAreAhead() {
        run("await Promise.all([1, 2, 4].map(position => faces.at(position)));");

        assertThat(run("return [faces.ahead(0), faces.ahead(2), faces.ahead(3)]"))
                .isEqualTo(List.of(2, 0, 1));
    }

    @Test
    void aTrialThatWasAnsweredElsewhereHasNoFace() {
        on(listing(0), 200, "application/json", "[{\"position\": 0, \"image\": \"/picture/0\"}]");
        run("look(0); look(1);");

        untilSeen(0, "shown");
        untilSeen(1, "null");
        assertThat(run("return [faces.isAnswered(0), faces.isAnswered(1)]")).isEqualTo(List.of(false, true));
    }

    @Test
    void aTrialThatWasAnsweredElsewhereSinceHasItsFaceClosed() {
        on(picture(2), says(403, PROBLEM));
        run("look(2);");

        untilSeen(2, "null");
        assertThat(run("return faces.isAnswered(2)")).isEqualTo(true);
        assertThat(times(report(2))).isZero();
    }

    @Test
    void aDeadNetworkIsWaitedForLongerAndLonger() {
        stopTheClockAndSeePauses();
        on(picture(2), Route::abort);
        run("look(2);");
        sitOut(500, 1000, 2000, 4000, 8000, 15_000, 15_000, 15_000);
        until("pauses[0] === 15000");

        on(picture(2), GOOD);
        sitOut(15_000);

        untilSeen(2, "shown");
        assertThat(times(picture(2)))
                .as("once as an image, once at first, and once after each pause")
                .isEqualTo(11);
        assertThat(times(report(2))).isZero();
    }

    @Test
    void aNetworkThatComesBackIsUsedAtOnce() {
        stopTheClockAndSeePauses();
        on(picture(2), Route::abort);
        run("look(2);");
        sitOut(500, 1000);
        until("pauses[0] === 2000");

        on(picture(2), GOOD);
        run("dispatchEvent(new Event('online'));");

        untilSeen(2, "shown");
    }

    @Test
    void aServerThatIsAwayIsNoFaultOfThePicture() {
        stopTheClockAndSeePauses();
        inTurn(
                picture(2),
                says(503, "text/html"),
                says(408, PROBLEM),
                says(429, PROBLEM),
                says(502, "text/html"),
                says(503, PROBLEM),
                says(504, "text/html"),
                says(500, PROBLEM),
                GOOD);
        run("look(2);");
        sitOut(500, 1000, 2000, 4000, 8000, 15_000);

        untilSeen(2, "shown");
        assertThat(times(report(2))).isZero();
    }

    @Test
    void aPictureThatComesAtTheSecondTryIsShown() {
        stopTheClockAndSeePauses();
        inTurn(picture(2), says(404, PROBLEM), says(404, PROBLEM), GOOD);
        run("look(2);");
        sitOut(1500);

        untilSeen(2, "shown");
        assertThat(times(report(2))).isZero();
    }

    /** A network that is away for a while in between does not make the picture's own fault any smaller. */
    @Test
    void onlyWhatIsThePicturesFaultCountsAsATry() {
        stopTheClockAndSeePauses();
        inTurn(
                picture(2),
                Route::abort, // As an image.
                says(404, PROBLEM),
                Route::abort,
                says(404, PROBLEM),
                says(503, PROBLEM),
                says(404, PROBLEM));
        on(report(2), route -> fulfill(route, 204, Map.of(), ""));
        run("look(2);");
        sitOut(1500, 500, 3500, 1000);

        untilSeen(2, "null");
        assertThat(times(report(2))).isEqualTo(1);
    }

    @Test
    void aPictureThatTheServerCantGiveIsTriedThreeTimesAndReported() {
        assertReported(says(404, PROBLEM), "status 404");
    }

    @Test
    void aPictureThatIsDamagedIsTriedThreeTimesAndReported() {
        assertReported(says(200, "image/png"), "does not decode");
    }

    private void assertReported(Consumer<Route> answer, String reason) {
        stopTheClockAndSeePauses();
        on(picture(2), answer);
        List<String> reports = new CopyOnWriteArrayList<>();
        on(report(2), route -> {
            reports.add(route.request().headers().get("c25-participation") + " "
                    + route.request().postData());
            fulfill(route, 204, Map.of(), "");
        });
        run("look(2);");
        sitOut(1500, 3500);

        untilSeen(2, "null");
        assertThat(times(picture(2))).as("once as an image, and three times").isEqualTo(4);
        assertThat(reports).containsExactly("first {\"reason\":\"" + reason + "\"}");
        assertThat(run("return faces.isAnswered(2)")).isEqualTo(false);
    }

    @Test
    void aReportIsMadeUntilTheServerHasIt() {
        stopTheClockAndSeePauses();
        on(picture(2), says(404, PROBLEM));
        inTurn(report(2), Route::abort, says(503, PROBLEM), route -> fulfill(route, 204, Map.of(), ""));
        run("look(2);");
        sitOut(1500, 3500, 500);
        until("pauses[0] === 1000");
        assertThat(run("return seen[2] ?? 'nothing yet'")).isEqualTo("nothing yet");
        sitOut(1000);

        untilSeen(2, "null");
        assertThat(times(report(2))).isEqualTo(3);
    }

    @Test
    void aPictureIsFetchedAgainPastWhatTheBrowserHasKept() {
        inTurn(picture(2), Route::abort, GOOD);
        run("""
                window.wanted = [];
                window.revoked = 0;
                const real = fetch;
                window.fetch = (address, options) => { if (address.includes("picture")) wanted.push(options?.cache); return real(address, options); };
                const revoke = URL.revokeObjectURL;
                URL.revokeObjectURL = address => { revoked++; revoke.call(URL, address); };
                look(2);""");
        untilSeen(2, "shown");

        assertThat(run("return [...wanted, revoked, faces.ready(2).naturalWidth]"))
                .isEqualTo(List.of("reload", 1, 1));
    }

    @Test
    void theFaceThatCameWithThePageIsLoadedAgainByItsAddress() {
        inTurn(picture(2), Route::abort, GOOD);
        run("look(2, faces.load(2, '/picture/2'));");

        untilSeen(2, "shown");
        assertThat(times(listing(0))).isZero();
    }

    @Test
    void addressesThatDoNotComeAreAskedForAgain() {
        stopTheClockAndSeePauses();
        inTurn(
                listing(0),
                Route::abort,
                says(503, PROBLEM),
                route -> fulfill(route, 200, Map.of("Content-Type", "text/html"), "<h1>Welcome to this hotel</h1>"),
                route -> fulfill(route, 200, Map.of(), "[{\"position\": 2, \"image\": \"/picture/2\"}]"));
        run("look(2);");
        sitOut(500, 1000, 2000);

        untilSeen(2, "shown");
    }

    @Test
    void whomTheServerKnowsNoMoreSeesThePageAnew() {
        for (int status : new int[] {401, 403, 409}) {
            run("window.sameNow = true;");
            on(listing(0), says(status, PROBLEM));
            load("annotation/faces.js");
            run("new Faces('/p/ann/api', 120).at(2);");

            until("window.sameNow === undefined");
        }
    }

    @Test
    void whoseFaceIsRefusedSeesThePageAnew() {
        for (int status : new int[] {401, 409}) {
            run("window.sameNow = true;");
            on(picture(2), says(status, PROBLEM));
            load("annotation/faces.js");
            run("new Faces('/p/ann/api', 120).at(2);");

            until("window.sameNow === undefined");
        }
    }

    @Test
    void itTellsWhatTheServerHasAndHowFarItSaysThePersonIs() {
        on(
                "GET " + API + "/annotations",
                200,
                "application/json",
                "[{\"position\": 0, \"id\": \"a\", \"revision\": 1}]");
        on("GET " + API + "/standing", 200, "application/json", "{\"answered\": 7}");

        assertThat(run("return [(await faces.answers())[0].id, (await faces.standing()).answered]"))
                .isEqualTo(List.of("a", 7));
    }
}
