package org.c25.links;

import java.util.ArrayList;
import java.util.List;

/** Addresses as people paste them: one per line, or with commas or semicolons between them. */
record EmailLines(List<String> addresses, List<Integer> lines) {

    static EmailLines of(String text) {
        List<String> addresses = new ArrayList<>();
        List<Integer> lines = new ArrayList<>();
        int number = 0;
        for (String line : text.lines().toList()) {
            number++;
            for (String address : line.split("[,;]")) {
                if (!address.isBlank()) {
                    addresses.add(address.strip());
                    lines.add(number);
                }
            }
        }
        return new EmailLines(addresses, lines);
    }

    /** Returns where the nth address stands, from 0, such as {@code line 3 (anna@example.org)}. */
    String place(int n) {
        return "line " + lines.get(n) + " (" + addresses.get(n) + ")";
    }
}
