package org.c25.accounts;

/** What an account may do: an admin runs accounts and sees every study, an experimenter sees the studies they made. */
public enum Role {
    ADMIN,
    EXPERIMENTER
}
