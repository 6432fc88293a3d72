package org.c25.accounts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A staff member's account. */
class Account {

    /** 0 until the account is stored. */
    private long id;

    private final String name;
    private String passwordHash;
    private boolean passwordMadeUp;

    private final Role role;
    private boolean enabled;
    private int accessVersion;
    private final Instant createdAt;

    /** When the person first looked at a preview of a study; null for never. */
    private @Nullable Instant previewedAt;

    /** When the person put the list of first steps away; null while it may be shown. */
    private @Nullable Instant firstStepsAwayAt;

    Account(String name, Role role, String passwordHash, boolean passwordMadeUp, Instant createdAt) {
        this(0, name, passwordHash, passwordMadeUp, role, true, 0, createdAt, null, null);
    }

    /** As it is stored. */
    Account(
            long id,
            String name,
            String passwordHash,
            boolean passwordMadeUp,
            Role role,
            boolean enabled,
            int accessVersion,
            Instant createdAt,
            @Nullable Instant previewedAt,
            @Nullable Instant firstStepsAwayAt) {
        this.id = id;
        this.name = name;
        this.passwordHash = passwordHash;
        this.passwordMadeUp = passwordMadeUp;
        this.role = role;
        this.enabled = enabled;
        this.accessVersion = accessVersion;
        this.createdAt = createdAt;
        this.previewedAt = previewedAt;
        this.firstStepsAwayAt = firstStepsAwayAt;
    }

    /** Keeps the id that the database has given to it. */
    void isCalled(long id) {
        this.id = id;
    }

    void choosePassword(String hash) {
        passwordHash = hash;
        passwordMadeUp = false;
        endAccess();
    }

    void resetPassword(String hash) {
        passwordHash = hash;
        passwordMadeUp = true;
        endAccess();
    }

    void disable() {
        enabled = false;
        endAccess();
    }

    /** Ends all sessions of this account: whoever is signed in with it has to sign in again. */
    private void endAccess() {
        accessVersion++;
    }

    void enable() {
        enabled = true;
    }

    void previewed(Instant now) {
        if (previewedAt == null) {
            previewedAt = now;
        }
    }

    void putFirstStepsAway(Instant now) {
        firstStepsAwayAt = now;
    }

    void showFirstSteps() {
        firstStepsAwayAt = null;
    }

    Caller asCaller() {
        return new Caller(id, name, role, enabled, accessVersion, passwordHash);
    }

    long id() {
        return id;
    }

    String name() {
        return name;
    }

    String passwordHash() {
        return passwordHash;
    }

    Role role() {
        return role;
    }

    boolean passwordMadeUp() {
        return passwordMadeUp;
    }

    boolean enabled() {
        return enabled;
    }

    int accessVersion() {
        return accessVersion;
    }

    @Nullable
    Instant previewedAt() {
        return previewedAt;
    }

    @Nullable
    Instant firstStepsAwayAt() {
        return firstStepsAwayAt;
    }

    boolean firstStepsAway() {
        return firstStepsAwayAt != null;
    }

    Instant createdAt() {
        return createdAt;
    }
}
