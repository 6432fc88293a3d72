package org.c25.enrolment;

import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The key that turns recruiters' IDs into what is kept of them, however easily an ID could be guessed. */
@Component
class OutsideIdKey extends KeyFile {

    OutsideIdKey(@Value("${c25.data-dir}") Path dataDir) {
        super(dataDir, "outside-ids.key");
    }
}
