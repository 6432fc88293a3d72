package org.c25.browser.scripts;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.FilePayload;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** {@code upload.js}: a form with files is sent in place, and what comes back is shown where it belongs. */
class UploadScriptIT extends ScriptAlone {

    private static final String SENT = "POST /studies/1/sets";

    @BeforeEach
    void aFormWithAFile() {
        fake(
                "forms/draft.js",
                "export const Draft = { interrupt() { sessionStorage.setItem('interrupted', 'true'); } };");
        fake("sets/progress.js", """
                export class UploadProgress {
                  constructor(tell) { window.told = { tell, done: [] }; }
                  name() { return "work-1"; }
                  follow() { told.done.push("follows"); }
                  end() { told.done.push("ends"); }
                }""");
        run("""
                document.title = "New set";
                document.body.innerHTML = `<main id="content"><div class="upload-faults" tabindex="-1">an old fault</div>
                  <form class="upload" method="post" action="/studies/1/sets" enctype="multipart/form-data">
                    <input name="title" value="Set I"><input type="file" name="images"><button type="submit">Create</button></form>
                  <p class="upload-state"></p></main>`;
                window.$ = selector => document.querySelector(selector);""");
        page.locator("[name=images]").setInputFiles(new FilePayload("a.png", "image/png", new byte[] {1, 2, 3}));
        load("sets/upload.js");
    }

    private void send() {
        page.locator("button").click();
    }

    private Object state() {
        return run("return $('.upload-state').textContent");
    }

    private void untilEnded() {
        until("told.done.includes('ends')");
    }

    @Test
    void theWholeFormIsSentWithTheNameOfTheWork() {
        on(SENT, 200, "text/html", "<title>Set I</title><main id=\"content\"><h1>Set I</h1></main>");
        run("""
                window.bodies = [];
                const real = XMLHttpRequest.prototype.send;
                XMLHttpRequest.prototype.send = function (body) { bodies.push(...body.keys(), body.get("images").name); real.call(this, body); };""");
        send();
        untilEnded();

        assertThat(run("return bodies")).isEqualTo(List.of("title", "images", "work", "a.png"));
    }

    @Test
    void itTellsHowMuchIsSentAndThenWhatTheServerDoes() {
        on(SENT, route -> {});
        run("""
                const real = XMLHttpRequest.prototype.send;
                XMLHttpRequest.prototype.send = function (body) {
                  window.progress = loaded => this.upload.dispatchEvent(new ProgressEvent("progress", { loaded, total: 4_000_000 }));
                  real.call(this, body);
                };""");
        send();
        until("window.progress");

        run("progress(1_500_000);");
        assertThat(state()).isEqualTo("37 % of 4 MB sent");
        assertThat(run("return [$('progress').value, $('progress').max, ...told.done]"))
                .isEqualTo(List.of(1_500_000, 4_000_000));

        run("progress(4_000_000);");
        assertThat(run("return [$('progress').hasAttribute('value'), ...told.done]"))
                .isEqualTo(List.of(false, "follows"));
    }

    @Test
    void anotherPageTakesThisOnesPlace() {
        on(SENT, 200, "text/html", "<title>Set I</title><main id=\"content\"><h1>Set I</h1></main>");
        send();
        untilEnded();

        assertThat(run("return [document.title, $('#content').innerHTML, location.pathname]"))
                .isEqualTo(List.of("Set I", "<h1>Set I</h1>", "/studies/1/sets"));
    }

    @Test
    void whileItIsSentItCantBeSentAgainAndOldFaultsAreGone() {
        on(SENT, route -> {});
        send();
        until("$('button').disabled");

        assertThat(run("return [$('.upload-faults').textContent, $('progress').getAttribute('aria-label')]"))
                .isEqualTo(List.of("", "Sent"));
    }

    @Test
    void faultsGoBesideTheFormWhichKeepsItsFiles() {
        on(
                SENT,
                422,
                "text/html",
                "<main><form class=\"upload\"></form><div class=\"upload-faults\">Line 3: no such image.</div></main>");
        send();
        untilEnded();

        assertThat(run("""
                return [$(".upload-faults").textContent, document.activeElement === $(".upload-faults"), $("[name=images]").files.length,
                  $("button").disabled, $("progress") === null];""")).isEqualTo(List.of("Line 3: no such image.", true, 1, false, true));
        assertThat(state()).isEqualTo("Nothing was stored.");
    }

    @Test
    void whoseSessionHasEndedSignsInAndFindsWhatWasTyped() {
        on(SENT, 200, "text/html", "<form><input name=\"username\"></form>");
        on("GET /sign-in", 200, "text/html", "<!DOCTYPE html><h1>Sign in</h1>");
        send();

        page.waitForURL("**/sign-in");
        assertThat(run("return sessionStorage.getItem('interrupted')")).isEqualTo("true");
    }

    @Test
    void aConnectionThatBreaksIsToldAndTheFormCanBeSentAgain() {
        on(SENT, Route::abort);
        send();
        untilEnded();

        assertThat(state()).asString().startsWith("The connection broke.");
        assertThat(run("return [$('button').disabled, $('[name=images]').files.length]"))
                .isEqualTo(List.of(false, 1));
    }

    @Test
    void anAnswerWithoutAPageIsTold() {
        on(SENT, route -> fulfill(route, 413, Map.of("Content-Type", "application/octet-stream"), ""));
        send();
        untilEnded();

        assertThat(state()).asString().startsWith("The server did not answer in words.");
    }
}
