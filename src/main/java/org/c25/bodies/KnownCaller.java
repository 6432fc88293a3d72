package org.c25.bodies;

import jakarta.servlet.http.HttpServletRequest;

/** Tells those who may send more than a stranger, from what stands in front of the body. Who it says yes to may still be refused by the rules of access. */
public interface KnownCaller {

    boolean isKnown(HttpServletRequest request);
}
