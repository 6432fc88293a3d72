/** Writes the times of a page in the reader's own zone, and names it. Without this they stay in UTC, as the server writes them. */
const format = new Intl.DateTimeFormat("en-GB", {
  year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit", hourCycle: "h23", timeZoneName: "shortOffset",
});
const { timeZone } = format.resolvedOptions();

/** A moment in that zone: the day as 2026-01-02, the hour as 04:00 UTC+1, the minute as 2026-01-02 04:04 UTC+1. */
function local(moment) {
  const part = Object.fromEntries(format.formatToParts(moment).map(({ type, value }) => [type, value]));
  const day = `${part.year}-${part.month}-${part.day}`;
  const hour = `${part.hour}:${part.minute} ${part.timeZoneName.replace("GMT", "UTC").replace(/\+0$/, "")}`;
  return { day, hour, minute: `${day} ${hour}` };
}

/**
 * Rewrites all times below an element: the words of those that are moments, the hint of those that tell how long ago it was, and the
 * hour at which the hint of a bar begins.
 */
export function tellZone(root) {
  for (const time of root.querySelectorAll("time.at, time.ago")) {
    const { day, hour, minute } = local(new Date(time.dateTime));
    const words = time.classList.contains("day") ? day : time.classList.contains("hour") ? hour : minute;
    if (time.classList.contains("at") && time.textContent !== words) time.textContent = words;
    time.title = `${minute}, ${timeZone}`;
  }
  for (const hint of root.querySelectorAll("title[data-at]")) {
    hint.textContent = hint.textContent.replace(/^\d\d:\d\d UTC[-+\d:]*?(?=: )/, local(new Date(hint.dataset.at)).hour);
  }
}

tellZone(document);
