package org.c25.help;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HelpMarkdownTest {

    private static HelpPage page(String markdown) {
        return new HelpMarkdown("guide/some").page(markdown);
    }

    @Test
    void theFirstHeadingIsTheTitleAndTheSecondLevelHasTheSections() {
        HelpPage page = page("# Some *words*\n\nText.\n\n## One\n\n### Deep\n\n## Two\n");

        assertThat(page.title()).isEqualTo("Some words");
        assertThat(page.id()).isEqualTo("some-words");
        assertThat(page.html()).doesNotContain("<h1").contains("<h3 id=\"deep\">Deep</h3>");
        assertThat(page.sections())
                .containsExactly(new HelpPage.Section("one", "One"), new HelpPage.Section("two", "Two"));
    }

    @Test
    void headingsHaveTheIdsThatGitHubGivesThem() {
        assertThat(page("# T\n\n## Majority vote and Dawid–Skene\n\n## Again, `again`\n\n## Again, again\n")
                        .html())
                .contains("id=\"majority-vote-and-dawidskene\"", "id=\"again-again\"", "id=\"again-again-1\"");
    }

    @Test
    void rowsOfTablesAreCalledByTheirFirstCellAndHeadingsComeFirst() {
        String html = page("# T\n\n| word | means |\n| --- | --- |\n| Krippendorff's alpha | a |\n| flag | b |\n"
                        + "| | c |\n\n## Flag\n")
                .html();

        assertThat(html)
                .contains("<tr id=\"krippendorffs-alpha\">", "<h2 id=\"flag\">")
                .doesNotContain("<tr id=\"flag\">", "id=\"\"", "id=\"word\"")
                .contains("class=\"table\"", "tabindex=\"0\"", "aria-label=\"Table 1\"");
    }

    @Test
    void whatLiesOutsideOfTheDocumentsStandsAsText() {
        assertThat(page("# T\n\n[a *class*](../../src/main/A.java) ![x](../../x.png) [b](../glossary.md#slot)"
                                + " [c](#t) ![y](y.png)\n")
                        .html())
                .contains("a <em>class</em> x <a href=\"../glossary.md#slot\">b</a> <a href=\"#t\">c</a>"
                        + " <img src=\"y.png\" alt=\"y\" />");
    }

    @Test
    void whatLeadsElsewhereHandsNothingOn() {
        assertThat(page("# T\n\n[w](https://example.org/)\n").html())
                .contains("rel=\"noopener noreferrer\"")
                .contains("href=\"https://example.org/\"");
    }
}
