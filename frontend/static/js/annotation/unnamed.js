import { pagesOf } from "../web/site.js";

/**
 * What a page finds on the device that it did not keep itself. Answers of a page of an earlier version don't say in which
 * participation they were given. They must not be lost if it was this one, and must not come into it if it was another.
 */

/**
 * Forgets what was acknowledged in other participations: they have been erased. Where the server knows of none that was, its
 * database was put back to a state from before they began. It may yet be put back to another, so they stay for their time.
 */
export async function letGoOfOthers(store, { ref, participation, only }) {
  if (only === "true") return;
  for (const entry of await store.given(ref)) {
    if (entry.participation && entry.participation !== participation) await store.ungive(entry.key);
  }
}

/**
 * Takes answers that say nothing for this participation's if it is the only one there was, or if the server has any of
 * those that were acknowledged: then the page before was of this participation. If it has none, they are let go. As long
 * as nobody can tell, they stay as they are.
 *
 * @returns whether answers that were waiting were let go
 */
export async function nameUnnamed(store, { ref, participation, only }) {
  const isUnnamed = entry => !entry.participation;
  const waiting = (await store.all(ref)).filter(isUnnamed);
  const given = (await store.given(ref)).filter(isUnnamed);
  if (waiting.length + given.length === 0) return false;
  const ours = only === "true" || (await hasAny(ref, given));
  if (ours === null) return false;
  for (const entry of [...waiting, ...given]) {
    if (ours) await store.name(ref, participation, entry);
    else if (entry.revision) await store.ungive(entry.key);
    else await store.remove(entry.key);
  }
  return !ours && waiting.length > 0;
}

/** Whether the server has one of these answers; null if it does not say. */
async function hasAny(ref, given) {
  if (given.length === 0) return false;
  const response = await fetch(`${pagesOf(ref)}/api/annotations`).catch(() => null);
  if (!response?.ok) return null;
  const there = new Set((await response.json()).map(answer => answer.id));
  return given.some(({ answer }) => there.has(answer.body.id));
}
