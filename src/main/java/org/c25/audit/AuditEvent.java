package org.c25.audit;

import java.time.Instant;

/**
 * An audit event: who did what to what, and when.
 *
 * @param actor an account's name, or {@code a participant}, or {@code system}
 * @param action what was done, such as {@code set opened}
 * @param subject what it was done to, such as {@code set 3}
 * @param details what else matters
 */
public record AuditEvent(long id, Instant at, String actor, String action, String subject, String details) {}
