package org.c25.help;

import java.util.List;

/**
 * A document as a page of help.
 *
 * @param title its first heading, as text
 * @param id what the title is called in addresses, behind #
 * @param html all that follows the title; it names the ids of all other headings, and of the rows of tables
 * @param sections its headings of the second level, in their order
 */
record HelpPage(String title, String id, String html, List<Section> sections) {

    /**
     * A heading of the second level.
     *
     * @param id what it is called in addresses, behind #
     */
    record Section(String id, String title) {}
}
