package org.c25.common;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.info.BuildProperties;
import org.springframework.stereotype.Component;

/** Which version of C25 this is, as its {@code pom.xml} says. */
@Component
public class Version {

    private static final String NOT_BUILT = "of no version";

    private final String text;

    Version(ObjectProvider<BuildProperties> build) {
        BuildProperties found = build.getIfAvailable();
        String version = found == null ? null : found.getVersion();
        this.text = version == null ? NOT_BUILT : version;
    }

    /** Such as {@code 0.1.0-SNAPSHOT}. */
    public String text() {
        return text;
    }
}
