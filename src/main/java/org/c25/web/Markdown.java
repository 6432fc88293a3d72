package org.c25.web;

import java.util.List;
import java.util.Set;
import org.c25.common.ByLanguage;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlRenderer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Texts by experimenters as HTML: CommonMark with tables. Raw HTML is shown as it was typed, addresses are http, https or
 * mailto, and pictures, which would be fetched from elsewhere, are left out but for their description. A heading that ends
 * with … folds its section, up to the next heading of its level: a click opens it.
 */
@Component("markdown")
public class Markdown {

    private static final List<Extension> TABLES = List.of(TablesExtension.create());

    private final Parser parser = Parser.builder().extensions(TABLES).build();

    private final HtmlRenderer renderer = HtmlRenderer.builder()
            .extensions(TABLES)
            .escapeHtml(true)
            .sanitizeUrls(true)
            .softbreak("<br>\n")
            .attributeProviderFactory(context -> (node, tag, attributes) -> {
                if (node instanceof Heading heading) {
                    attributes.put("class", "level-" + heading.getLevel());
                } else if (tag.equals("a")) {
                    attributes.put("rel", "noopener noreferrer");
                    attributes.put("target", "_blank");
                }
            })
            .nodeRendererFactory(context -> new WithoutPictures(context))
            .nodeRendererFactory(context -> new Folding(context))
            .build();

    /** Returns a text's parts by language, each still in Markdown. */
    public List<ByLanguage.Part> parts(String text) {
        return ByLanguage.read(text).parts();
    }

    /** Returns a text as HTML that is safe to put into a page as it is. */
    public String html(String text) {
        Node document = parser.parse(text);
        for (Node node = document.getFirstChild(); node != null; node = node.getNext()) {
            if (node instanceof Heading heading && isFolded(heading)) {
                node = fold(heading);
            }
        }
        return renderer.render(document);
    }

    private static boolean isFolded(Heading heading) {
        return heading.getLastChild() instanceof Text text && text.getLiteral().endsWith("…");
    }

    /** Puts a heading and what follows it into a section of their own. @return that section */
    private static FoldedSection fold(Heading heading) {
        FoldedSection section = new FoldedSection();
        heading.insertBefore(section);
        Node node = heading;
        do {
            Node next = node.getNext();
            section.appendChild(node);
            node = next;
        } while (node != null && !(node instanceof Heading next && next.getLevel() <= heading.getLevel()));
        return section;
    }

    private static final class FoldedSection extends CustomBlock {}

    private record Folding(HtmlNodeRendererContext context) implements NodeRenderer {

        @Override
        public Set<Class<? extends Node>> getNodeTypes() {
            return Set.of(FoldedSection.class);
        }

        @Override
        public void render(Node section) {
            Node heading = section.getFirstChild();
            context.getWriter().tag("details");
            context.getWriter().tag("summary");
            renderAll(heading.getFirstChild());
            context.getWriter().tag("/summary");
            renderAll(heading.getNext());
            context.getWriter().tag("/details");
            context.getWriter().line();
        }

        private void renderAll(@Nullable Node first) {
            for (Node node = first; node != null; node = node.getNext()) {
                context.render(node);
            }
        }
    }

    private record WithoutPictures(HtmlNodeRendererContext context) implements NodeRenderer {

        @Override
        public Set<Class<? extends Node>> getNodeTypes() {
            return Set.of(Image.class);
        }

        @Override
        public void render(Node image) {
            for (var child = image.getFirstChild(); child != null; child = child.getNext()) {
                context.render(child);
            }
        }
    }
}
