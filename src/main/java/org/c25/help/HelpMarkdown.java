package org.c25.help;

import java.net.URI;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableBody;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.CustomNode;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.text.TextContentRenderer;

/**
 * Makes one document into a page of help. Headings have the ids that GitHub gives them, and rows of tables those of their
 * first cells, as entries of the glossary. Links between documents stay as they are, since their addresses lie to each
 * other as the files do; what a link names outside of the folder is not here, and stands as text.
 */
final class HelpMarkdown {

    /** The address below which the documents are served, in their folders. */
    static final String ADDRESS = "/help/";

    private static final List<Extension> TABLES = List.of(TablesExtension.create());
    private static final Parser PARSER = Parser.builder().extensions(TABLES).build();
    private static final TextContentRenderer TEXT =
            TextContentRenderer.builder().extensions(TABLES).build();

    private final URI address;
    private final Slugs slugs = new Slugs();
    private final Map<Node, String> ids = new IdentityHashMap<>();
    private final List<HelpPage.Section> sections = new ArrayList<>();

    /** Begins with a document, named by its place in the folder, such as {@code guide/studies}. */
    HelpMarkdown(String path) {
        address = URI.create(ADDRESS + path);
    }

    /**
     * Returns a document as a page; call it once.
     *
     * @param markdown what begins with a heading of the first level
     */
    HelpPage page(String markdown) {
        Node document = PARSER.parse(markdown);
        document.accept(new Headings());
        document.accept(new Rows());
        document.accept(new Links());
        Node title = document.getFirstChild();
        title.unlink();
        return new HelpPage(text(title), id(title), renderer().render(document), List.copyOf(sections));
    }

    private static String text(Node node) {
        return TEXT.render(node).strip();
    }

    private String id(Node node) {
        return ids.getOrDefault(node, "");
    }

    private HtmlRenderer renderer() {
        return HtmlRenderer.builder()
                .extensions(TABLES)
                .attributeProviderFactory(context -> (node, tag, attributes) -> {
                    if (ids.containsKey(node)) {
                        attributes.put("id", id(node));
                    } else if (tag.equals("pre")) {
                        attributes.put("tabindex", "0");
                    } else if (node instanceof Link link
                            && address.resolve(link.getDestination()).isAbsolute()) {
                        attributes.put("rel", "noopener noreferrer");
                    }
                })
                .nodeRendererFactory(WideTables::new)
                .build();
    }

    private final class Headings extends AbstractVisitor {

        @Override
        public void visit(Heading heading) {
            String words = text(heading);
            String id = slugs.next(words);
            ids.put(heading, id);
            if (heading.getLevel() == 2) {
                sections.add(new HelpPage.Section(id, words));
            }
        }
    }

    /** After the headings, so that no row takes the id of one. */
    private final class Rows extends AbstractVisitor {

        private int tables;

        @Override
        public void visit(CustomBlock block) {
            if (block instanceof TableBlock table) {
                WideTable wide = new WideTable("Table " + ++tables);
                table.insertBefore(wide);
                wide.appendChild(table);
            }
            visitChildren(block);
        }

        @Override
        public void visit(CustomNode node) {
            if (node instanceof TableRow row && row.getParent() instanceof TableBody) {
                slugs.free(text(row.getFirstChild())).ifPresent(id -> ids.put(row, id));
            }
            visitChildren(node);
        }
    }

    private final class Links extends AbstractVisitor {

        @Override
        public void visit(Link link) {
            keepIfHere(link, link.getDestination());
        }

        @Override
        public void visit(Image image) {
            keepIfHere(image, image.getDestination());
        }

        private void keepIfHere(Node node, String destination) {
            URI target = address.resolve(destination);
            if (!target.isAbsolute() && !target.getPath().startsWith(ADDRESS)) {
                while (node.getFirstChild() != null) {
                    node.insertBefore(node.getFirstChild());
                }
                node.unlink();
            }
        }
    }

    /** A table that scrolls within itself where the screen is narrow. */
    private static final class WideTable extends CustomBlock {

        private final String name;

        WideTable(String name) {
            this.name = name;
        }
    }

    private record WideTables(HtmlNodeRendererContext context) implements NodeRenderer {

        @Override
        public Set<Class<? extends Node>> getNodeTypes() {
            return Set.of(WideTable.class);
        }

        @Override
        public void render(Node node) {
            String name = ((WideTable) node).name;
            context.getWriter()
                    .tag("div", Map.of("class", "table", "tabindex", "0", "role", "region", "aria-label", name));
            context.render(node.getFirstChild());
            context.getWriter().tag("/div");
            context.getWriter().line();
        }
    }
}
