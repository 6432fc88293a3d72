package org.c25.studies;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.c25.accounts.Caller;
import org.c25.bodies.UploadRight;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/** Lets all staff send a protocol file, and those who may see a study send files for its new sets. */
@Component
class UploadsToStudies implements UploadRight {

    private static final Pattern ADDRESS = Pattern.compile("(?:/api/v1)?/studies(?:/(\\d{1,18})/sets(?:/.*)?)?");

    private final Studies studies;

    UploadsToStudies(Studies studies) {
        this.studies = studies;
    }

    @Override
    public boolean allows(String path, Authentication authentication) {
        Matcher address = ADDRESS.matcher(path);
        if (!address.matches() || !(authentication.getPrincipal() instanceof Caller caller)) {
            return false;
        }
        if (address.group(1) != null) {
            studies.require(caller, Long.parseLong(address.group(1)));
        }
        return true;
    }
}
