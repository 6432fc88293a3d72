package org.c25.bodies;

import jakarta.servlet.http.HttpServletRequest;

/**
 * Recognises known senders, who may send more than strangers, by the head of the request. The rules of access may still
 * refuse somebody known.
 */
public interface KnownCaller {

    boolean isKnown(HttpServletRequest request);
}
