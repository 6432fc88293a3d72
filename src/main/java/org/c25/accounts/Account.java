package org.c25.accounts;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A staff member's account. */
@Entity
class Account {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    private String name;
    private String passwordHash;
    private boolean passwordMadeUp;

    @Enumerated(EnumType.STRING)
    private Role role;

    private boolean enabled;
    private int accessVersion;
    private Instant createdAt;

    /** When the person first looked at a preview of a study; null for never. */
    private @Nullable Instant previewedAt;

    /** When the person put the list of first steps away; null while it may be shown. */
    private @Nullable Instant firstStepsAwayAt;

    protected Account() {}

    Account(String name, Role role, String passwordHash, boolean passwordMadeUp, Instant createdAt) {
        this.name = name;
        this.role = role;
        this.passwordHash = passwordHash;
        this.passwordMadeUp = passwordMadeUp;
        this.enabled = true;
        this.createdAt = createdAt;
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

    Long id() {
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

    boolean firstStepsAway() {
        return firstStepsAwayAt != null;
    }

    Instant createdAt() {
        return createdAt;
    }
}
