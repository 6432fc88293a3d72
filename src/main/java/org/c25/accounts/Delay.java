package org.c25.accounts;

import java.time.Duration;

/**
 * How long the next password has to wait.
 *
 * @param free the number of wrong passwords from which a delay begins
 * @param first after so many; it doubles with each
 * @param longest what it grows to
 */
record Delay(int free, Duration first, Duration longest) {

    /** For one account from one place. */
    static final Delay OF_ONE = new Delay(5, Duration.ofSeconds(5), Duration.ofMinutes(15));

    /** For an address, over all accounts: a class that shares one mistypes a lot. */
    static final Delay OF_ADDRESS = new Delay(50, Duration.ofSeconds(1), Duration.ofMinutes(5));

    /** For an account, over all addresses: it is the right person who suffers. */
    static final Delay OF_ACCOUNT = new Delay(30, Duration.ofSeconds(1), Duration.ofMinutes(1));

    private static final int MOST_DOUBLINGS = 20;

    /** @param failures wrong passwords in a row */
    Duration after(int failures) {
        if (failures < free) {
            return Duration.ZERO;
        }
        Duration doubled = first.multipliedBy(1L << Math.min(MOST_DOUBLINGS, failures - free));
        return doubled.compareTo(longest) > 0 ? longest : doubled;
    }
}
