package org.c25.links;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.c25.accounts.Caller;
import org.c25.common.Fault;
import org.c25.common.Problem;
import org.c25.invitations.SetInvitations;
import org.c25.security.Secret;
import org.c25.sets.Sets;
import org.c25.web.PublicAddress;
import org.springframework.stereotype.Component;

/**
 * Reads new links that their page sends back, to be written into a file or on cards: nothing here keeps them, so the
 * page has to. Only links that this server has made for the set are taken.
 */
@Component
class PostedLinks {

    private static final Pattern SECRET = Pattern.compile("[A-Za-z0-9_-]{32}");

    private final SetInvitations invitations;
    private final Sets sets;
    private final PublicAddress address;

    PostedLinks(SetInvitations invitations, Sets sets, PublicAddress address) {
        this.invitations = invitations;
        this.sets = sets;
        this.address = address;
    }

    /**
     * Reads the links.
     *
     * @param posted the links, one per line
     * @throws Problem 404 if the caller may not see the set, 422 naming each line that is no link to it
     */
    List<ShownLink> read(Caller caller, long setId, String posted) {
        sets.require(caller, setId);
        Map<String, SetInvitations.Working> known = invitations.workingByHash(setId);
        String beginning = address.of("/join/");
        List<ShownLink> links = new ArrayList<>();
        List<Fault> faults = new ArrayList<>();
        int line = 0;
        for (String url : posted.lines().toList()) {
            line++;
            if (url.isBlank()) {
                continue;
            }
            String text = url.startsWith(beginning)
                    ? url.substring(beginning.length()).strip()
                    : "";
            Matcher secret = SECRET.matcher(text);
            SetInvitations.Working invitation = secret.matches() ? known.get(new Secret(text).hash()) : null;
            if (invitation == null) {
                faults.add(Fault.atLine("links", line, null, "is not a link of this set that works"));
            } else {
                links.add(new ShownLink(invitation.id(), invitation.email(), beginning + text));
            }
        }
        if (links.isEmpty() && faults.isEmpty()) {
            faults.add(Fault.inField("links", "are missing; make some first"));
        }
        if (!faults.isEmpty()) {
            throw Problem.invalid(faults);
        }
        return links;
    }
}
