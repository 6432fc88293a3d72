/** The path under which this server lies, without a slash at its end: empty at the root of its host, or such as /c25. */
export const site = new URL("../..", import.meta.url).pathname.replace(/\/$/, "");

/** @returns the address of the pages of an invitation */
export const pagesOf = ref => `${site}/p/${ref}`;
