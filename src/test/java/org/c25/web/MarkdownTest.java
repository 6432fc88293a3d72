package org.c25.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MarkdownTest {

    private final Markdown markdown = new Markdown();

    @Test
    void paragraphsAndEmphasisAreKept() {
        assertThat(markdown.html("## What you do\n\nYou *look* at **faces**."))
                .contains("<h2", "What you do</h2>", "<p>You <em>look</em> at <strong>faces</strong>.</p>");
    }

    @Test
    void aHeadingThatEndsWithThreeDotsFoldsItsSectionUpToTheNextOfItsLevel() {
        String html = markdown.html(
                "## Kept\n\nNo name.\n\n### In detail …\n\n| what | why |\n| --- | --- |\n| answers | the study |\n\n#### More\n\nAll of it.\n\n## Then");

        assertThat(html.replaceAll("\\s*\n\\s*", ""))
                .contains("<p>No name.</p><details><summary>In detail …</summary><table>")
                .contains("<td>answers</td><td>the study</td>")
                .contains("<p>All of it.</p></details><h2");
    }

    @Test
    void aTextThatEndsInAFoldedSectionClosesIt() {
        assertThat(markdown.html("### More …\n\nText").replaceAll("\\s*\n\\s*", ""))
                .isEqualTo("<details><summary>More …</summary><p>Text</p></details>");
    }

    @Test
    void rawHtmlIsShownAsItWasTyped() {
        assertThat(markdown.html("<script>alert(1)</script> and <b onclick=x>bold</b>"))
                .doesNotContain("<script", "<b ")
                .contains("&lt;script&gt;");
    }

    @Test
    void addressesThatRunCodeAreLeftOut() {
        assertThat(markdown.html("[here](javascript:alert(1)) [there](https://example.org)"))
                .doesNotContain("javascript:")
                .contains("href=\"https://example.org\"", "rel=\"noopener noreferrer\"");
    }

    @Test
    void picturesFromElsewhereAreNotFetched() {
        assertThat(markdown.html("![our logo](https://example.org/logo.png)"))
                .doesNotContain("<img", "logo.png")
                .contains("our logo");
    }
}
