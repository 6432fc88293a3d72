package org.c25.browser;

/** For tests of the header over a face in a narrow window. */
final class NarrowHeader {

    /** What in the header is cut off, covers something else or leaves the window; the empty text if all is well. */
    static final String OVERFLOW = """
            (() => {
              const header = document.querySelector("form.trial header");
              const faults = [];
              if (document.documentElement.scrollWidth > innerWidth) faults.push("the page is wider than the window");
              const shown = [...header.querySelectorAll(".counter, nav > *")].filter(e => e.getBoundingClientRect().width > 0);
              const boxes = shown.map(e => e.getBoundingClientRect());
              shown.forEach((element, i) => {
                const box = boxes[i];
                if (box.left < 0 || box.right > innerWidth) faults.push(element.className + " leaves the window");
                boxes.slice(i + 1).forEach((other, j) => {
                  const beside = box.right <= other.left + 0.5 || other.right <= box.left + 0.5 || box.bottom <= other.top + 0.5 || other.bottom <= box.top + 0.5;
                  if (!beside) faults.push(element.className + " covers " + shown[i + 1 + j].className);
                });
              });
              if (header.getBoundingClientRect().height > 60) faults.push("the header has more than a row");
              return faults.join("; ");
            })()""";

    private NarrowHeader() {}
}
