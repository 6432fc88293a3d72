package org.c25.enrolment;

import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The key that seals the secrets of the links that are sent by e-mail. */
@Component
class LinkKey extends KeyFile {

    LinkKey(@Value("${c25.data-dir}") Path dataDir) {
        super(dataDir, "links.key");
    }
}
