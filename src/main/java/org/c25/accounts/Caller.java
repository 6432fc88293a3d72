package org.c25.accounts;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.CredentialsContainer;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.userdetails.UserDetails;

/**
 * The staff member who sends a request, to a page or to the API. Each feature decides in one place, by this object,
 * what the caller may see.
 */
public final class Caller implements UserDetails, CredentialsContainer {

    private static final long serialVersionUID = 1;

    private final long accountId;
    private final String name;
    private final Role role;
    private final boolean enabled;
    private final int accessVersion;
    private @Nullable String passwordHash;

    Caller(long accountId, String name, Role role, boolean enabled, int accessVersion, @Nullable String passwordHash) {
        this.accountId = accountId;
        this.name = name;
        this.role = role;
        this.enabled = enabled;
        this.accessVersion = accessVersion;
        this.passwordHash = passwordHash;
    }

    public long accountId() {
        return accountId;
    }

    public boolean isAdmin() {
        return role == Role.ADMIN;
    }

    int accessVersion() {
        return accessVersion;
    }

    /**
     * Whether the caller may still act: the account is enabled and has the same role, and nothing has ended its
     * sessions.
     *
     * @param now the account as the database has it now
     */
    boolean isStill(Caller now) {
        return now.enabled && accountId == now.accountId && role == now.role && accessVersion == now.accessVersion;
    }

    @Override
    public String getUsername() {
        return name;
    }

    @Override
    public @Nullable String getPassword() {
        return passwordHash;
    }

    @Override
    public List<GrantedAuthority> getAuthorities() {
        return List.of(new SimpleGrantedAuthority("ROLE_" + role));
    }

    @Override
    public boolean isEnabled() {
        return enabled;
    }

    @Override
    public void eraseCredentials() {
        passwordHash = null;
    }
}
