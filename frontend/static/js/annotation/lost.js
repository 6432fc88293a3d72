/**
 * @param given the answers that were acknowledged on this device in this participation, each with its revision
 * @param there the server's list of this participant's answers; null where this device may not read it
 * @returns the given answers that are not there, in the order in which they have to be sent
 */
export function lostOf(given, there) {
  // Who may not read what is there sends each first answer again, and the server takes what it lacks; changes are closed.
  if (!there) return inOrder(given.filter(({ revision }) => revision === 1));
  const known = new Set(there.map(({ id }) => id));
  const isLost = ({ answer }) => !known.has(answer.body.id);
  // A trial that was answered anew since then, on another device say, has a newer answer in the place of a lost one.
  const places = new Set(given.filter(isLost).map(({ answer, revision }) => `${answer.position} ${revision}`));
  const anew = new Set(there.filter(({ position, revision }) => places.has(`${position} ${revision}`)).map(({ position }) => position));
  return inOrder(given.filter(entry => isLost(entry) && !anew.has(entry.answer.position)));
}

/** In the order of the trials, and the answers to one trial as they were given. What was never acknowledged came last. */
function inOrder(entries) {
  const revision = entry => entry.revision ?? Infinity;
  return [...entries]
    .sort((a, b) => a.answer.position - b.answer.position || (revision(a) === revision(b) ? 0 : revision(a) - revision(b)))
    .map(({ answer }) => answer);
}
