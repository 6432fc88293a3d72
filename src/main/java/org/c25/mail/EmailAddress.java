package org.c25.mail;

import java.net.IDN;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.c25.common.CsvText;
import org.jspecify.annotations.Nullable;

/**
 * The address to which somebody's e-mails go.
 *
 * @param text the address as it was typed, without what stands around it unseen, and in Unicode form C; at most 254
 *     characters, no display name
 */
public record EmailAddress(String text) {

    private static final int LONGEST = 254;
    private static final Pattern FORM = Pattern.compile(
            "[^\\s\\p{Cntrl}@<>(),;:\"\\\\\\[\\]]+@[^\\s\\p{Cntrl}@<>(),;:\"\\\\\\[\\]]+\\.[^\\s\\p{Cntrl}@<>(),;:\"\\\\\\[\\]]+");

    /** Returns the address that this text is, if it is one. */
    public static Optional<EmailAddress> in(@Nullable String text) {
        return Optional.ofNullable(text)
                .map(CsvText::clean)
                .map(address -> address.endsWith(".") ? address.substring(0, address.length() - 1) : address)
                .filter(address -> address.length() <= LONGEST
                        && FORM.matcher(address).matches()
                        && unseenIn(address).isEmpty())
                .map(EmailAddress::new);
    }

    /**
     * Returns what to say of a text that is no address, in words that follow its place: an invisible character inside is
     * named.
     */
    public static String fault(String text) {
        return unseenIn(CsvText.clean(text))
                .map(unseen -> "has an invisible character inside (" + unseen + "); type the address anew")
                .orElse("is not an e-mail address");
    }

    private static Optional<String> unseenIn(String address) {
        return address.codePoints()
                .filter(one -> Character.getType(one) == Character.FORMAT
                        || Character.isISOControl(one)
                        || one > ' ' && Character.isSpaceChar(one))
                .mapToObj(one -> String.format(Locale.ROOT, "%s, U+%04X", Character.getName(one), one))
                .findFirst();
    }

    /** Whether no e-mail reaches an address, because it is invented: it ends with {@code .invalid} (RFC 2606). */
    public static boolean isInvented(String address) {
        return address.toLowerCase(Locale.ROOT).endsWith(".invalid");
    }

    /**
     * Returns the form in which two addresses are compared: lower case before and after the @, and the domain in ASCII
     * (RFC 5891). Some servers could tell two such addresses apart; none is known to.
     */
    public String comparable() {
        int at = text.lastIndexOf('@');
        String domain = text.substring(at + 1);
        try {
            domain = IDN.toASCII(domain, IDN.ALLOW_UNASSIGNED);
        } catch (IllegalArgumentException e) {
            // It stays as it was typed: another server may know it.
        }
        return (text.substring(0, at + 1) + domain).toLowerCase(Locale.ROOT);
    }
}
