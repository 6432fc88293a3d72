package org.c25.trainer.report;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Pieces of a page, well-formed as XML. */
final class Html {

    private Html() {}

    /** Returns the text as it may stand in an element or an attribute; what no page can hold becomes a question mark in a diamond. */
    static String escaped(String text) {
        return text.replaceAll("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\uD800-\\uDFFF\\uFFFE\\uFFFF]", "\uFFFD")
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    static String paragraph(String text) {
        return "<p>" + escaped(text) + "</p>\n";
    }

    static String heading(String text) {
        return "<h2>" + escaped(text) + "</h2>\n";
    }

    static String subheading(String text) {
        return "<h3>" + escaped(text) + "</h3>\n";
    }

    /** Returns a list whose sentences in capitals stand out. */
    static String list(List<String> sentences) {
        return sentences.stream()
                .map(one -> (Lost.isShouted(one) ? "<li class=\"loud\">" : "<li>") + escaped(one) + "</li>\n")
                .collect(Collectors.joining("", "<ul>\n", "</ul>\n"));
    }

    /** Returns a table whose first column names its rows; a narrow screen scrolls it, not the page. */
    static String table(List<String> head, List<List<String>> rows) {
        StringBuilder table = new StringBuilder("<div class=\"wide\" tabindex=\"0\"><table>\n<thead><tr>");
        head.forEach(
                cell -> table.append("<th scope=\"col\">").append(escaped(cell)).append("</th>"));
        table.append("</tr></thead>\n<tbody>\n");
        for (List<String> row : rows) {
            table.append("<tr><th scope=\"row\">").append(escaped(row.get(0))).append("</th>");
            row.subList(1, row.size()).forEach(cell -> table.append(cell(cell)));
            table.append("</tr>\n");
        }
        return table.append("</tbody>\n</table></div>\n").toString();
    }

    private static String cell(String text) {
        return (Lost.isShouted(text) ? "<td class=\"loud\">" : "<td>") + escaped(text) + "</td>";
    }

    static String figure(String picture, String caption) {
        return "<figure>" + picture + "<figcaption>" + escaped(caption) + "</figcaption></figure>\n";
    }

    /** Returns which colour is which; the colours come in the order of the names. */
    static String legend(List<String> names) {
        StringBuilder legend = new StringBuilder("<ul class=\"legend\">");
        for (int at = 0; at < names.size(); at++) {
            legend.append("<li><svg viewBox=\"0 0 24 8\" width=\"24\" height=\"8\" aria-hidden=\"true\">")
                    .append("<line class=\"mean c")
                    .append(at % Charts.COLOURS)
                    .append("\" x1=\"1\" y1=\"4\" x2=\"23\" y2=\"4\"/></svg> ")
                    .append(escaped(names.get(at)))
                    .append("</li>");
        }
        return legend.append("</ul>\n").toString();
    }

    /** Returns three decimals, or a dash for what nobody knows. */
    static String number(double value) {
        return decimals("%.3f", value);
    }

    /** Returns two decimals with their sign. */
    static String signed(double value) {
        return decimals("%+.2f", value).replace("+0.00", "0.00").replace("−0.00", "0.00");
    }

    static String decimals(String format, double value) {
        return Double.isNaN(value)
                ? "–"
                : String.format(Locale.ROOT, format, value + 0.0).replace('-', '−');
    }
}
