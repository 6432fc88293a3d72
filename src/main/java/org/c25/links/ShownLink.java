package org.c25.links;

import java.util.List;
import org.c25.invitations.NewLink;
import org.c25.web.PublicAddress;
import org.jspecify.annotations.Nullable;

/**
 * A new link with its secret, as it is shown this once: on the page, as a CSV, on a card.
 *
 * @param number the number of the invitation, as the page shows it
 */
record ShownLink(long number, @Nullable String email, String url) {

    static List<ShownLink> of(List<NewLink> made, PublicAddress address) {
        return made.stream()
                .map(link -> new ShownLink(
                        link.invitationId(),
                        link.email(),
                        address.of("/join/" + link.secret().text())))
                .toList();
    }

    public QrSvg qr() {
        return QrSvg.of(url);
    }

    /** Returns one line of the CSV, which begins with {@link #CSV_HEADER}. */
    String csv() {
        return number + "," + (email == null ? "" : email) + "," + url + "\r\n";
    }

    static final String CSV_HEADER = "index,email,url\r\n";
}
