/** How long ago something was, in the words of the server's pages: 3 min ago. */
export function ago(milliseconds) {
  const minutes = Math.floor(milliseconds / 60_000);
  if (minutes < 1) return "just now";
  if (minutes < 60) return `${minutes} min ago`;
  const hours = Math.floor(minutes / 60);
  return hours < 48 ? `${hours} h ago` : `${Math.floor(hours / 24)} days ago`;
}

/** Brings the words of all such times below an element up to date. */
export function tellAgo(root, now) {
  for (const time of root.querySelectorAll("time.ago")) {
    const words = ago(now - Date.parse(time.dateTime));
    if (time.textContent !== words) time.textContent = words;
  }
}
