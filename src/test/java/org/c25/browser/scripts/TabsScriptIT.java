package org.c25.browser.scripts;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** {@code tabs.js}: each tab of a participant knows how many others there are. */
class TabsScriptIT extends ScriptAlone {

    @BeforeEach
    void aFirstTab() {
        fake("annotation/uuid.js", "export const newId = () => String(Math.random());");
        begin(page, "ann");
    }

    private static void begin(Page tab, String participant) {
        load(tab, "annotation/tabs.js");
        run(tab, "window.others = 0; new Tabs('" + participant + "', count => { others = count; });");
    }

    private Page another(String participant) {
        Page tab = blankPage();
        begin(tab, participant);
        return tab;
    }

    private static void untilOthers(Page tab, int count) {
        tab.waitForFunction("others === " + count);
    }

    @Test
    void eachKnowsOfAllTheOthers() {
        Page second = another("ann");
        untilOthers(page, 1);
        untilOthers(second, 1);

        Page third = another("ann");
        untilOthers(page, 2);
        untilOthers(second, 2);
        untilOthers(third, 2);
    }

    @Test
    void aTabThatGoesIsCountedNoMore() {
        Page second = another("ann");
        Page third = another("ann");
        untilOthers(page, 2);

        second.navigate("about:blank");

        untilOthers(page, 1);
        untilOthers(third, 1);
    }

    @Test
    void anotherParticipantsTabIsNoneOfTheirs() {
        Page bobs = another("bob");
        Page second = another("ann");
        untilOthers(page, 1);
        untilOthers(second, 1);

        assertThat(run(bobs, "return others")).isEqualTo(0);
    }

    @Test
    void aTabThatCrashedIsForgottenWhenThisOneIsSeenAgain() {
        Page second = blankPage();
        run(second, "addEventListener('pagehide', event => event.stopImmediatePropagation());");
        begin(second, "ann");
        Page third = another("ann");
        untilOthers(page, 2);
        second.navigate("about:blank");

        run("document.dispatchEvent(new Event('visibilitychange'));");

        untilOthers(page, 1);
        assertThat(run(third, "return others")).isEqualTo(2);
    }

    @Test
    void aTabThatIsOutOfSightAsksNobody() {
        another("ann");
        untilOthers(page, 1);

        run("""
                Object.defineProperty(document, "hidden", { value: true });
                document.dispatchEvent(new Event("visibilitychange"));""");

        assertThat(run("return others")).isEqualTo(1);
    }

    @Test
    void aBrowserThatCantTellIsLeftAlone() {
        Page old = blankPage();
        run(old, "delete window.BroadcastChannel;");
        begin(old, "ann");

        assertThat(run(old, "return others")).isEqualTo(0);
        assertThat(List.of(page, old))
                .allSatisfy(tab -> assertThat(tab.isClosed()).isFalse());
    }
}
