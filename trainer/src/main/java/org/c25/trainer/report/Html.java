package org.c25.trainer.report;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Pieces of a page. */
final class Html {

    private Html() {}

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    static String paragraph(String text) {
        return "<p>" + escaped(text) + "</p>\n";
    }

    static String heading(String text) {
        return "<h2>" + escaped(text) + "</h2>\n";
    }

    /** Returns a list whose sentences in capitals stand out. */
    static String list(List<String> sentences) {
        return sentences.stream()
                .map(one -> (Sentences.isShouted(one) ? "<li class=\"loud\">" : "<li>") + escaped(one) + "</li>\n")
                .collect(Collectors.joining("", "<ul>\n", "</ul>\n"));
    }

    /** Returns a table whose first column names its rows. */
    static String table(List<String> head, List<List<String>> rows) {
        StringBuilder table = new StringBuilder("<table>\n<thead><tr>");
        head.forEach(
                cell -> table.append("<th scope=\"col\">").append(escaped(cell)).append("</th>"));
        table.append("</tr></thead>\n<tbody>\n");
        for (List<String> row : rows) {
            table.append("<tr><th scope=\"row\">").append(escaped(row.get(0))).append("</th>");
            row.subList(1, row.size()).forEach(cell -> table.append(cell(cell)));
            table.append("</tr>\n");
        }
        return table.append("</tbody>\n</table>\n").toString();
    }

    private static String cell(String text) {
        return (Sentences.isShouted(text) ? "<td class=\"loud\">" : "<td>") + escaped(text) + "</td>";
    }

    static String figure(String picture, String caption) {
        return "<figure>" + picture + "<figcaption>" + escaped(caption) + "</figcaption></figure>\n";
    }

    /** Returns three decimals, or a dash for what nobody knows. */
    static String number(double value) {
        return Double.isNaN(value) ? "–" : String.format(Locale.ROOT, "%.3f", value + 0.0);
    }

    /** Returns two decimals with their sign. */
    static String signed(double value) {
        return Double.isNaN(value) ? "–" : String.format(Locale.ROOT, "%+.2f", value + 0.0);
    }
}
