/** Small things that a device or a tab remembers. Storage may be forbidden; then nothing is remembered, and nothing fails. */
export const device = memory(() => localStorage);
export const tab = memory(() => sessionStorage);

function memory(storage) {
  const tried = use => {
    try {
      return use(storage());
    } catch {
      return null;
    }
  };
  return {
    recall: key => tried(stored => stored.getItem(key)),
    keep: (key, value) => tried(stored => stored.setItem(key, value)),
    forget: key => tried(stored => stored.removeItem(key)),
  };
}
