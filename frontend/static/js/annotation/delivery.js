import { Refused, Unavailable } from "./outbox.js";

/** @param api the address of the participant's API @returns the server, as an outbox sends answers to it and lists them */
export function serverAt(api) {
  return { send: deliverTo(api), list: listOf(api) };
}

/** An answer goes out; the reply says also from which era of the database the server goes on. */
function deliverTo(api) {
  return async ({ position, body }, participation) => {
    const response = await fetch(`${api}/trials/${position}/annotation`, {
      method: "PUT",
      headers: { "Content-Type": "application/json", ...(participation && { "C25-Participation": participation }) },
      body: JSON.stringify(body),
      keepalive: true,
      signal: AbortSignal.timeout?.(20000),
    });
    if (response.ok) return { ...(await response.json()), era: response.headers.get("C25-Era") ?? undefined };
    // What a proxy says while the server is away is no refusal.
    if (response.headers.get("Content-Type")?.startsWith("application/problem+json")) {
      if (response.status === 401) throw new Refused(response.status, false);
      // 403: the trial was answered on another device, and this one may change nothing.
      if ([403, 404, 409, 422].includes(response.status)) {
        const problem = await response.json().catch(() => ({}));
        throw new Refused(response.status, true, problem);
      }
    }
    throw new Unavailable(response.status, Number(response.headers.get("Retry-After")) || 0);
  };
}

/** Resolves to the answers that the server has; to null on a device that may not read them. */
function listOf(api) {
  return async () => {
    const response = await fetch(`${api}/annotations`, { signal: AbortSignal.timeout?.(20000) });
    if (response.ok) return response.json();
    if (response.headers.get("Content-Type")?.startsWith("application/problem+json")) {
      if (response.status === 403) return null;
      if ([401, 409].includes(response.status)) throw new Refused(response.status, false);
    }
    throw new Unavailable(response.status, Number(response.headers.get("Retry-After")) || 0);
  };
}
