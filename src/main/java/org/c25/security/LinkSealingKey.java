package org.c25.security;

import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The key that seals the secrets of the links that are sent by e-mail. */
@Component
class LinkSealingKey extends KeyFile {

    LinkSealingKey(@Value("${c25.data-dir}") Path dataDir) {
        super(dataDir, "links.key");
    }
}
