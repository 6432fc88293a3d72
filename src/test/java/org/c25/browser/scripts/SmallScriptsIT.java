package org.c25.browser.scripts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** {@code memory.js} and {@code uuid.js}: what a device remembers, and the names of answers. */
class SmallScriptsIT extends ScriptAlone {

    @Test
    void aDeviceRemembersUntilItForgets() {
        load("annotation/memory.js");

        assertThat(run("""
                const before = device.recall("light");
                device.keep("light", "dimmed");
                const kept = device.recall("light");
                device.forget("light");
                return [before, kept, device.recall("light")];""")).isEqualTo(Arrays.asList(null, "dimmed", null));
    }

    @Test
    void aTabRemembersAcrossAReloadWhatOtherTabsDoNotKnow() {
        load("annotation/memory.js");
        run("tab.keep('place', '7'); device.keep('light', 'dimmed');");

        page.reload();
        load("annotation/memory.js");
        assertThat(run("return [tab.recall('place'), device.recall('light')]")).isEqualTo(List.of("7", "dimmed"));

        var other = blankPage();
        load(other, "annotation/memory.js");
        assertThat(run(other, "return [tab.recall('place'), device.recall('light')]"))
                .isEqualTo(Arrays.asList(null, "dimmed"));
    }

    @Test
    void whereStorageIsForbiddenNothingIsRememberedAndNothingFails() {
        load("annotation/memory.js");
        run("""
                const forbid = { get() { throw new DOMException("forbidden", "SecurityError"); } };
                Object.defineProperty(window, "localStorage", forbid);
                Object.defineProperty(window, "sessionStorage", forbid);""");

        assertThat(run("""
                device.keep("light", "dimmed");
                tab.keep("place", "7");
                device.forget("light");
                return [device.recall("light"), tab.recall("place")];""")).isEqualTo(Arrays.asList(null, null));
    }

    @Test
    void whereStorageIsFullTheWordBeforeStays() {
        load("annotation/memory.js");

        assertThat(run("""
                device.keep("light", "light");
                Storage.prototype.setItem = () => { throw new DOMException("full", "QuotaExceededError"); };
                device.keep("light", "dimmed");
                return device.recall("light");""")).isEqualTo("light");
    }

    private static final String VERSION_4 = "[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}";

    @Test
    void anAnswersNameIsARandomUuid() {
        load("annotation/uuid.js");

        assertThat((String) run("return newId()")).matches(VERSION_4);
    }

    @Test
    void anAnswerHasANameOfItsOwnAlsoWhereTheBrowserMakesNone() {
        load("annotation/uuid.js");
        run("crypto.randomUUID = undefined; Crypto.prototype.randomUUID = undefined;");

        assertThat(texts("return Array.from({ length: 200 }, newId)"))
                .doesNotHaveDuplicates()
                .allSatisfy(id -> assertThat(id).matches(VERSION_4));
    }
}
