package org.c25.studies;

import java.time.Instant;
import org.c25.common.Problem;
import org.c25.protocol.Protocol;
import org.c25.protocol.ProtocolFile;

/**
 * A study, as other packages see it.
 *
 * @param consentVersion the version of the present consent text, from 1
 * @param version how often it was changed
 * @param frozen whether answers are in, so that all that would change their meaning stays as it is
 * @param archived whether it has ended: nothing of it can be begun
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

    /**
     * Refuses an archived study.
     *
     * @throws Problem 409 if the study is archived
     */
    public void requireActive() {
        if (archived) {
            throw Problem.conflict(
                    "The study is archived: nothing of it can be begun. Take it out of the archive first.");
        }
    }

    /**
     * Returns the protocol as a file to publish: without the lab's address, and without the recruiter's, which may hold
     * a code.
     */
    public String publishedProtocol() {
        return ProtocolFile.write(protocol.published());
    }

    public String name() {
        return protocol.name();
    }
}
