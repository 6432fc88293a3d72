package org.c25.browser.scripts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** {@code watch.js}: what is recorded of how an answer was given. */
class WatchScriptIT extends ScriptAlone {

    @BeforeEach
    void aWatch() {
        load("annotation/watch.js");
        stopTheClock();
        run("""
                window.hidden = false;
                Object.defineProperty(document, "hidden", { get: () => hidden });
                window.hide = () => { hidden = true; document.dispatchEvent(new Event("visibilitychange")); };
                window.see = () => { hidden = false; document.dispatchEvent(new Event("visibilitychange")); };
                window.surroundings = { dimmed: false };
                window.watch = new Watch(surroundings);
                watch.start();
                window.times = () => {
                  const { responseTimeMillis, expressionTimeMillis, valenceTimeMillis, arousalTimeMillis, hiddenTimeMillis } = watch.report();
                  return [responseTimeMillis, expressionTimeMillis, valenceTimeMillis, arousalTimeMillis, hiddenTimeMillis].join(" ");
                };""");
    }

    private Object times() {
        return run("return times()");
    }

    @Test
    void timesRunFromTheFaceToEachChoiceAndToTheAnswer() {
        pass(1200);
        run("watch.chose('expression');");
        pass(300);
        run("watch.chose('arousal');");
        pass(500);

        assertThat(times()).isEqualTo("2000 1200  1500 0");
    }

    @Test
    void theLastChoiceOfAScaleCountsAndEachAfterTheFirstIsAChange() {
        run("watch.chose('expression');");
        pass(100);
        run("watch.chose('valence'); watch.chose('expression');");
        pass(100);
        run("watch.chose('expression');");

        assertThat(times()).isEqualTo("200 200 100  0");
        assertThat(run("return watch.report().changes")).isEqualTo(2);
    }

    @Test
    void timeOutOfSightIsTakenOutAndToldByItself() {
        pass(1000);
        run("hide();");
        pass(60_000);
        run("see();");
        pass(500);
        run("watch.chose('valence');");
        run("hide();");
        pass(7000);
        run("see();");
        pass(100);

        assertThat(times()).isEqualTo("1600  1500  67000");
    }

    @Test
    void whileItIsOutOfSightNoTimePasses() {
        pass(1000);
        run("hide();");
        pass(5000);
        run("hide();"); // Some browsers say it twice.
        pass(5000);

        assertThat(times()).asString().startsWith("1000 ");
    }

    @Test
    void aFaceThatComesOutOfSightHasNotBeenSeenYet() {
        run("hide(); watch.start();");
        pass(5000);
        run("see();");
        pass(300);

        assertThat(times()).isEqualTo("300    5000");
    }

    @Test
    void eachFaceBeginsAnew() {
        pass(1000);
        run("watch.chose('expression'); watch.chose('expression'); hide();");
        pass(1000);
        run("see(); watch.start();");
        pass(250);

        assertThat(times()).isEqualTo("250    0");
        assertThat(run("return watch.report().changes")).isEqualTo(0);
    }

    @Test
    void itKnowsWhatTheAnswerWasGivenWith() {
        assertThat(run("return watch.report().inputDevice")).isNull();
        page.mouse().click(10, 10);
        assertThat(run("return watch.report().inputDevice")).isEqualTo("mouse");
        page.keyboard().press("x");
        assertThat(run("return watch.report().inputDevice")).isEqualTo("keyboard");

        for (String type : List.of("touch", "pen")) {
            run("document.dispatchEvent(new PointerEvent('pointerdown', { pointerType: '" + type + "' }));");
            assertThat(run("return watch.report().inputDevice")).isEqualTo(type);
        }
        run("document.dispatchEvent(new PointerEvent('pointerdown', { pointerType: 'wand' }));");
        assertThat(run("return watch.report().inputDevice"))
                .as("the API knows no other")
                .isNull();
    }

    @Test
    void itTellsTheWindowAndTheSurroundings() {
        assertThat(run("""
                surroundings.dimmed = true;
                const { viewportWidth, viewportHeight, dimmed } = watch.report();
                return [viewportWidth, viewportHeight, dimmed];""")).isEqualTo(List.of(800, 600, true));
    }
}
