package org.c25.browser.scripts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** {@code morph.js}: a part of a page becomes like another, and what is alike stays the same node. */
class MorphScriptIT extends ScriptAlone {

    @BeforeEach
    void theScript() {
        load("monitoring/morph.js");
        run("""
                window.show = html => { document.body.innerHTML = `<main>${html}</main>`; };
                window.become = html => {
                  const next = document.createElement("main");
                  next.innerHTML = html;
                  morph(document.querySelector("main"), next);
                };
                window.now = () => document.querySelector("main").innerHTML;
                window.$ = selector => document.querySelector(selector);""");
    }

    @Test
    void whateverItWasItBecomesLikeTheOther() {
        List<String> pages = List.of(
                "",
                "just words",
                "<p>one</p>",
                "<p class=\"new\">two</p><p>three</p>",
                "<ul><li>a</li><li>b</li></ul> and words <!--a remark-->",
                "<table><tbody><tr id=\"s1\"><td>1</td></tr><tr id=\"s2\"><td>2</td></tr></tbody></table>",
                "<table><tbody><tr id=\"s2\"><td>two</td></tr><tr id=\"s3\"><td>3</td></tr><tr id=\"s1\"><td>1</td></tr></tbody></table>",
                "<form action=\"/a\"><button>A</button></form><form action=\"/b\"><button>B</button></form>",
                "<form action=\"/b\"><button>B</button></form><p id=\"x\">x</p><p>y</p>",
                "<p>y</p><svg viewBox=\"0 0 1 1\"><path d=\"M0 0\"></path></svg>");
        for (String from : pages) {
            for (String to : pages) {
                run("show(`" + from + "`); become(`" + to + "`);");
                assertThat(run("return now()")).as("from %s", from).isEqualTo(to);
            }
        }
    }

    @Test
    void whatIsAlikeStaysTheSameNodeSoThatTheFocusStays() {
        run("""
                show("<p>old</p><input name=q value=x><p>after</p>");
                window.field = $("input");
                field.focus();
                field.value = "typed";
                become("<p>new</p><h2>in between</h2><input name=q value=x><p>after</p>");""");

        assertThat(run("return [document.activeElement === field, field.value]"))
                .isEqualTo(List.of(true, "typed"));
    }

    @Test
    void aRowIsKnownByItsIdWhereverItIsNow() {
        run("""
                show("<ul><li id=a>a</li><li id=b>b</li><li id=c>c</li></ul>");
                window.c = $("#c");
                become("<ul><li id=c>c, first now</li></ul>");""");

        assertThat(run("return [$('#c') === c, now()]"))
                .isEqualTo(List.of(true, "<ul><li id=\"c\">c, first now</li></ul>"));
    }

    @Test
    void aButtonThatDoesSomethingElseIsAnotherButton() {
        run("""
                show('<form action="/sets/1/closing"><button>Close</button></form>');
                window.button = $("button");
                button.focus();
                become('<form action="/sets/1/opening"><button>Open</button></form>');""");

        assertThat(run("return [button.isConnected, document.activeElement === $('button')]"))
                .isEqualTo(List.of(false, false));
    }

    @Test
    void nothingWithANameOfItsOwnGoesForWhatHasNone() {
        run("""
                show('<p id="kept">kept</p><p>last</p>');
                window.kept = $("#kept");
                become('<p>new</p><p id="kept">kept</p><p>last</p>');""");

        assertThat(run("return $('#kept') === kept")).isEqualTo(true);
    }

    @Test
    void whatSomebodyHasUnfoldedStaysUnfolded() {
        run("""
                show("<details><summary>more</summary>old</details>");
                $("details").open = true;
                become("<details><summary>more</summary>new</details>");""");

        assertThat(run("return [$('details').open, $('details').textContent]")).isEqualTo(List.of(true, "morenew"));
    }

    @Test
    void attributesComeChangeAndGo() {
        run("""
                show('<p class="a" hidden title="t">x</p>');
                become('<p class="b" lang="ko" title="t">x</p>');""");

        assertThat(run("return now()")).isEqualTo("<p class=\"b\" title=\"t\" lang=\"ko\">x</p>");
    }

    @Test
    void whatIsMarkedAsKeptIsLeftAlone() {
        run("""
                show('<p data-kept>mine</p><p>old</p>');
                become('<p data-kept>theirs</p><p>new</p>');""");

        assertThat(run("return now()")).isEqualTo("<p data-kept=\"\">mine</p><p>new</p>");
    }
}
