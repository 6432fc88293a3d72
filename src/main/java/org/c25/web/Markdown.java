package org.c25.web;

import java.util.List;
import java.util.Set;
import org.c25.common.ByLanguage;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlRenderer;
import org.springframework.stereotype.Component;

/**
 * Turns texts by experimenters into HTML (CommonMark). Raw HTML is shown as it was typed, addresses are http, https or
 * mailto, and of a picture, which would be fetched from elsewhere, only its description is shown.
 */
@Component("markdown")
public class Markdown {

    private final Parser parser = Parser.builder().build();

    private final HtmlRenderer renderer = HtmlRenderer.builder()
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
            .build();

    /** Returns a text's parts by language, each still in Markdown. */
    public List<ByLanguage.Part> parts(String text) {
        return ByLanguage.read(text).parts();
    }

    /** Returns a text as HTML that is safe to put into a page as it is. */
    public String html(String text) {
        return renderer.render(parser.parse(text));
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
