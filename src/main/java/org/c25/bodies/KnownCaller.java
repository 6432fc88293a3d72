package org.c25.bodies;

import jakarta.servlet.http.HttpServletRequest;

/**
 * Tells known senders, who may send more than strangers, by what stands in front of the body. The rules of access may
 * still refuse somebody known.
 */
public interface KnownCaller {

    boolean isKnown(HttpServletRequest request);
}
