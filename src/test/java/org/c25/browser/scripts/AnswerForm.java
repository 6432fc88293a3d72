package org.c25.browser.scripts;

/** The form in which a face is rated, as the pages have it: eight expressions in an order of its own, two rows of nine steps. */
final class AnswerForm {

    private AnswerForm() {}

    /** Puts the form into the page, as the variable {@code form}. {@code chosen()} tells what is chosen, such as "expression=5 valence=3". */
    static final String IN_THE_PAGE = """
            const words = [[0, "neutral"], [1, "happiness"], [2, "sadness"], [3, "surprise"], [6, "anger"], [5, "disgust"], [4, "fear"], [7, "contempt"]];
            const radio = (name, value, word = "") =>
              `<label><input type="radio" name="${name}" value="${value}"><span><b class="first">${word}</b></span></label>`;
            const steps = name =>
              `<fieldset class="steps" data-scale="${name}">${[9, 8, 7, 6, 5, 4, 3, 2, 1].map(step => radio(name, step)).join("")}</fieldset>`;
            document.body.innerHTML = `
              <form class="trial" action="/sent" data-in-order="false" data-minimum-viewing="0">
                <fieldset class="expression" data-scale="expression">${words.map(([code, word]) => radio("expression", code, word)).join("")}</fieldset>
                ${steps("valence")}
                ${steps("arousal")}
                <p class="message" data-incomplete="Something is missing."></p>
                <button type="submit" class="next">NEXT</button>
              </form>
              <button type="button" class="show-keys" hidden>Keys</button>
              <dialog class="keys"><ul class="letters"></ul><input type="checkbox" checked><form method="dialog"><button class="close">Close</button></form></dialog>`;
            window.form = document.querySelector("form.trial");
            window.row = scale => form.querySelector(`[data-scale=${scale}]`);
            window.choose = (scale, value) => row(scale).querySelector(`[value="${value}"]`).click();
            window.chosen = () => [...new FormData(form)].map(([name, value]) => `${name}=${value}`).join(" ");
            window.focused = () => document.activeElement.closest("[data-scale]")?.dataset.scale ?? document.activeElement.className;""";
}
