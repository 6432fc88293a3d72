package org.c25.jobs;

import java.util.Map;
import java.util.TreeMap;

/**
 * What somebody wants done.
 *
 * @param kind the name of the {@link JobKind}
 * @param title what people call it, at most 300 characters
 * @param page the page from which it was ordered, to which it leads back
 * @param parameters what exactly, as the kind reads it
 */
public record JobOrder(String kind, String title, String page, Map<String, String> parameters) {

    public JobOrder {
        parameters = new TreeMap<>(parameters); // The same order is the same text in the database.
    }
}
