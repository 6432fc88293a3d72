package org.c25.studies;

import java.time.Instant;
import org.c25.common.Problem;
import org.c25.protocol.Protocol;
import org.c25.protocol.ProtocolFile;

/**
 * A study as others see it.
 *
 * @param consentVersion which of the study's consent texts is the present one, from 1
 * @param version how often it was changed
 * @param frozen whether answers are in, so that what would change their meaning stays as it is
 * @param archived whether it is over: nothing of it can be begun
 */
public record StudyView(
        long id,
        long ownerId,
        Protocol protocol,
        int consentVersion,
        Instant createdAt,
        int version,
        boolean frozen,
        boolean archived) {

    /** @throws Problem 409 if the study is archived */
    public void requireActive() {
        if (archived) {
            throw Problem.conflict("The study is archived: nothing of it can be begun. Unarchive it first.");
        }
    }

    /** The protocol as a file to publish: without the lab's address, and without the recruiter's, which may hold a code. */
    public String publishedProtocol() {
        return ProtocolFile.write(protocol.published());
    }

    public String name() {
        return protocol.name();
    }
}
