package org.c25.accounts;

/**
 * The rights of an account: an admin runs accounts and sees every study, an experimenter sees the studies they made.
 */
public enum Role {
    ADMIN,
    EXPERIMENTER
}
