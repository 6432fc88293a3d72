package org.c25.security;

import org.c25.storage.FileStore;
import org.springframework.stereotype.Component;

/** The key that seals the secrets of the links that are sent by e-mail. */
@Component
class LinkSealingKey extends KeyFile {

    LinkSealingKey(FileStore files) {
        super(files, "links.key");
    }
}
