package org.c25.accounts;

import java.time.Duration;

/**
 * A rule for how long the next password has to wait.
 *
 * @param free the number of wrong passwords from which on there is a delay
 * @param first the delay after that many; it doubles with each further one
 * @param longest the delay at which it stops growing
 */
record Delay(int free, Duration first, Duration longest) {

    /** The rule for one account from one browser or address. */
    static final Delay OF_ONE = new Delay(5, Duration.ofSeconds(5), Duration.ofMinutes(15));

    /** The rule for an address, over all accounts: a school class that shares an address mistypes a lot. */
    static final Delay OF_ADDRESS = new Delay(50, Duration.ofSeconds(1), Duration.ofMinutes(5));

    /** The rule for an account, over all addresses. It is short, since it also holds up the right person. */
    static final Delay OF_ACCOUNT = new Delay(30, Duration.ofSeconds(1), Duration.ofMinutes(1));

    private static final int MOST_DOUBLINGS = 20;

    /**
     * Returns how long the next password has to wait.
     *
     * @param failures the number of wrong passwords in a row
     */
    Duration after(int failures) {
        if (failures < free) {
            return Duration.ZERO;
        }
        Duration doubled = first.multipliedBy(1L << Math.min(MOST_DOUBLINGS, failures - free));
        return doubled.compareTo(longest) > 0 ? longest : doubled;
    }
}
