package org.c25.common;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.info.BuildProperties;
import org.springframework.stereotype.Component;

/** The version of C25 that is running, as its {@code pom.xml} says. */
@Component
public class Version {

    private static final String NOT_BUILT = "of no version";

    private final String text;

    Version(ObjectProvider<BuildProperties> build) {
        BuildProperties found = build.getIfAvailable();
        String version = found == null ? null : found.getVersion();
        this.text = version == null ? NOT_BUILT : version;
    }

    /** Returns the version, such as {@code 0.1.0-SNAPSHOT}. */
    public String text() {
        return text;
    }
}
