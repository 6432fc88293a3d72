package org.c25.browser;

import com.google.gson.JsonObject;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * How long a participant waits from NEXT to the next face on the screen, with 300 ms added to every request. The reference
 * is the plain form, without the script, on the same machine in the same run.
 */
final class NextFace {

    private static final int ADDED_MILLIS = 300;
    private static final double FRAME_MILLIS = 1000 / 60.0;
    private static final int WARM_UP = 10;

    /** Milliseconds. */
    static final double TWO_FRAMES = 2 * FRAME_MILLIS;

    private NextFace() {}

    /** Milliseconds from each click on NEXT to the end of the frame that paints the next face, warm-up left out. */
    static List<Double> measure(BrowserContext person, String link, int trials) {
        Page page = person.newPage();
        slowDown(person, page);
        Rater.begin(page, link);
        Rater.ready(page);
        Rater.facesAhead(page, 5);
        page.evaluate("""
                () => {
                  window.waits = [];
                  let clicked = 0;
                  document.querySelector(".next").addEventListener("click", event => { clicked = event.timeStamp; }, true);
                  const painted = new MessageChannel();
                  painted.port1.onmessage = () => window.waits.push(performance.now() - clicked);
                  // A message posted from within a frame comes after that frame's painting.
                  new MutationObserver(() => requestAnimationFrame(() => painted.port2.postMessage(0)))
                    .observe(document.querySelector(".stimulus"), { childList: true });
                }""");
        for (int trial = 0; trial < trials; trial++) {
            Rater.choose(page, trial % 8, 1 + trial % 9, 9 - trial % 9);
            page.locator("form[data-ready] .next:enabled").click();
            page.waitForFunction("count => window.waits.length >= count", trial + 1);
        }
        List<Double> waits = new ArrayList<>();
        for (Object wait : (List<?>) page.evaluate("() => window.waits")) {
            waits.add(((Number) wait).doubleValue());
        }
        return waits.subList(WARM_UP, waits.size()).stream().sorted().toList();
    }

    /** The same without the script, for somebody who has consented: milliseconds from NEXT until the next page's face has loaded. */
    static double plainForm(BrowserContext person, String link) {
        Page page = person.newPage();
        slowDown(person, page);
        page.navigate(link);
        page.locator("form.trial").waitFor();
        List<Double> waits = new ArrayList<>();
        for (int trial = 0; trial < 5; trial++) {
            Rater.choose(page, 0, 1, 1);
            long start = System.nanoTime();
            page.locator(".next").click();
            page.waitForLoadState();
            waits.add((System.nanoTime() - start) / 1e6);
        }
        return waits.stream().sorted().toList().get(2);
    }

    static String report(List<Double> waits, double plainForm) {
        double median = waits.get(waits.size() / 2);
        double worst = waits.get(waits.size() - 1);
        return String.format(
                Locale.ROOT,
                "NEXT to next face, %d trials, %d ms added to every request: median %.1f ms (%.1f frames), worst %.1f ms"
                        + " (%.1f frames); the plain form in the same run %.0f ms, %.0f times the median",
                waits.size(),
                ADDED_MILLIS,
                median,
                median / FRAME_MILLIS,
                worst,
                worst / FRAME_MILLIS,
                plainForm,
                plainForm / median);
    }

    /** Adds so much to every request. */
    static void slowDown(BrowserContext person, Page page) {
        CDPSession session = person.newCDPSession(page);
        session.send("Network.enable");
        JsonObject conditions = new JsonObject();
        conditions.addProperty("offline", false);
        conditions.addProperty("latency", ADDED_MILLIS);
        conditions.addProperty("downloadThroughput", -1);
        conditions.addProperty("uploadThroughput", -1);
        session.send("Network.emulateNetworkConditions", conditions);
    }
}
