package org.c25.bodies;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.stereotype.Component;

/** The most bytes that a body other than an upload may have, by its address and by whether its sender is known. */
@Component
class BodyLimits {

    /** 16 kB: enough for all JSON of participants, and the most that an unknown sender may send. */
    static final int SHORT = 16 << 10;

    /** 64 kB, for the staff's forms and JSON. */
    static final int USUAL = 64 << 10;

    /**
     * 2 MB, for handlers with {@link LongBody}. A questionnaire filled to its end in Korean has 540 kB as a form, a
     * consent text 180 kB, a thousand e-mail addresses 265 kB, a protocol with 60 questions of 200 options' characters
     * each 1 MB.
     */
    static final int LONG = 2 << 20;

    private final BodyAddresses addresses;
    private final List<KnownCaller> knownCallers;

    BodyLimits(BodyAddresses addresses, List<KnownCaller> knownCallers) {
        this.addresses = addresses;
        this.knownCallers = knownCallers;
    }

    /**
     * Returns the most bytes that this request's body may have.
     *
     * @throws BodyRefused 413 if the request's length says that it is longer, 401 if only a known sender may send so
     *     much
     */
    int of(HttpServletRequest request) {
        long length = request.getContentLengthLong();
        if (0 <= length && length <= SHORT) {
            return SHORT; // Most bodies are this short, and their senders need not be looked up.
        }
        int most = ofSomebodyKnown(request);
        if (length > most) {
            throw BodyRefused.tooLong(most);
        }
        if (most == SHORT || knownCallers.stream().anyMatch(callers -> callers.isKnown(request))) {
            return most;
        }
        if (length > SHORT) {
            throw BodyRefused.stranger();
        }
        return SHORT;
    }

    private int ofSomebodyKnown(HttpServletRequest request) {
        if (addresses.takeLongBodies(request)) {
            return LONG;
        }
        return Paths.isParticipants(request) ? SHORT : USUAL;
    }
}
