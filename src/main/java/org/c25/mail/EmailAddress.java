package org.c25.mail;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The address to which somebody's e-mails go.
 *
 * @param text the address as it was typed, without blanks around it; at most 254 characters, no display name
 */
public record EmailAddress(String text) {

    private static final int LONGEST = 254;
    private static final Pattern FORM = Pattern.compile(
            "[^\\s\\p{Cntrl}@<>(),;:\"\\\\\\[\\]]+@[^\\s\\p{Cntrl}@<>(),;:\"\\\\\\[\\]]+\\.[^\\s\\p{Cntrl}@<>(),;:\"\\\\\\[\\]]+");

    /** Returns the address that this text is, if it is one. */
    public static Optional<EmailAddress> in(@Nullable String text) {
        return Optional.ofNullable(text)
                .map(String::strip)
                .filter(address ->
                        address.length() <= LONGEST && FORM.matcher(address).matches())
                .map(EmailAddress::new);
    }

    /** Whether no e-mail reaches an address, because it is invented: it ends with {@code .invalid} (RFC 2606). */
    public static boolean isInvented(String address) {
        return address.toLowerCase(Locale.ROOT).endsWith(".invalid");
    }

    /**
     * Returns the form in which two addresses are compared: lower case before and after the @. Some servers could tell
     * two such addresses apart; none is known to.
     */
    public String comparable() {
        return text.toLowerCase(Locale.ROOT);
    }
}
