package org.c25.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.c25.web.Table.Column;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A table is searched, filtered, sorted and paged as an address says, whatever it says. */
class TableTest {

    private record Face(String name, String state, @Nullable Integer votes) {}

    private static final List<Face> FACES = List.of(
            new Face("Anna", "OLD", 3),
            new Face("ben", "NEW", null),
            new Face("Cleo", "NEW", 9),
            new Face("Dan", "OLD", 3));

    private static final Table<Face> TABLE = new Table<>(
            Face::name,
            List.of("NEW", "OLD", "LOST"),
            face -> List.of(face.state()),
            List.of(Column.least("name", "Name", Face::name), Column.most("votes", "Votes", Face::votes)));

    private static TableQuery query(
            @Nullable String q, @Nullable String status, @Nullable String sort, @Nullable Integer page) {
        return new TableQuery(q, status, sort, page);
    }

    private static List<String> names(TableQuery query) {
        return TABLE.rows(FACES, query).stream().map(Face::name).toList();
    }

    @Test
    void withoutAWishItIsAsItIs() {
        assertThat(names(TableQuery.ALL)).containsExactly("Anna", "ben", "Cleo", "Dan");
        assertThat(names(query(" ", "", "nonsense", 99))).hasSize(4);
        assertThat(names(query(null, null, "-", null))).hasSize(4);
    }

    @Test
    void wordsAndStatesNarrowIt() {
        assertThat(names(query(" AN ", null, null, null))).containsExactly("Anna", "Dan");
        assertThat(names(query(null, "NEW", null, null))).containsExactly("ben", "Cleo");
        assertThat(names(query("an", "NEW", null, null))).isEmpty();
        assertThat(names(query(null, "NO_SUCH_STATE", null, null))).isEmpty();
    }

    @Test
    void theGreatestComeFirstThoseWithoutAValueLastAndEqualsAsTheyWere() {
        assertThat(names(query(null, null, "votes", null))).containsExactly("Cleo", "Anna", "Dan", "ben");
        assertThat(names(query(null, null, "-votes", null))).containsExactly("ben", "Anna", "Dan", "Cleo");
        assertThat(names(query(null, null, "-name", null))).first().isEqualTo("ben");
    }

    @Test
    void theViewKnowsItsPagesItsStatesAndWhereItsHeadingsLead() {
        TableView<Face> view = TABLE.view("/faces", FACES, query(null, null, "votes", 2), 3);

        assertThat(view.rows()).extracting(Face::name).containsExactly("ben");
        assertThat(view.pages()).isEqualTo(2);
        assertThat(view.statuses().toString()).isEqualTo("{NEW=2, OLD=2}");
        assertThat(view.headings().get("votes")).isEqualTo(new TableView.Heading("Votes", "-votes", "descending"));
        assertThat(view.headings().get("name")).isEqualTo(new TableView.Heading("Name", "name", null));
        assertThat(view.sortedBy("name")).isEqualTo("/faces?sort=name");
        assertThat(view.withStatus("OLD")).isEqualTo("/faces?status=OLD&sort=votes");
        assertThat(TABLE.view("/faces", FACES, query(null, null, null, 7), 3).page())
                .isEqualTo(2);
        assertThat(TABLE.view("/faces", FACES, query(null, null, null, -7), 3).page())
                .isEqualTo(1);
        assertThat(TABLE.view("/faces", List.of(), query(null, null, null, null))
                        .pages())
                .isEqualTo(1);
    }

    @Test
    void whatIsSearchedComesBackWholeFromItsAddress() {
        assertThat(query("a&b=c {x} é+1", "OLD", "-name", 3).in("/faces"))
                .isEqualTo("/faces?q=a%26b%3Dc%20%7Bx%7D%20%C3%A9%2B1&status=OLD&sort=-name&page=3");
        assertThat(query(" ", null, "", 1).in("/faces")).isEqualTo("/faces");
    }
}
