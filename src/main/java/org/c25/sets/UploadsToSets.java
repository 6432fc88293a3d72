package org.c25.sets;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.c25.accounts.Caller;
import org.c25.bodies.UploadRight;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/** Lets every account that may see a set send files for it. */
@Component
class UploadsToSets implements UploadRight {

    private static final Pattern ADDRESS = Pattern.compile("(?:/api/v1)?/sets/(\\d{1,18})/.*");

    private final Sets sets;

    UploadsToSets(Sets sets) {
        this.sets = sets;
    }

    @Override
    public boolean allows(String path, Authentication authentication) {
        Matcher address = ADDRESS.matcher(path);
        if (!address.matches() || !(authentication.getPrincipal() instanceof Caller caller)) {
            return false;
        }
        sets.require(caller, Long.parseLong(address.group(1)));
        return true;
    }
}
