import { Refused, Unavailable } from "./outbox.js";

/** @param api the address of the participant's API @returns what an outbox sends an answer with */
export function deliverTo(api) {
  return async ({ position, body }, participation) => {
    const response = await fetch(`${api}/trials/${position}/annotation`, {
      method: "PUT",
      headers: { "Content-Type": "application/json", ...(participation && { "C25-Participation": participation }) },
      body: JSON.stringify(body),
      keepalive: true,
      signal: AbortSignal.timeout?.(20000),
    });
    if (response.ok) return response.json();
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
