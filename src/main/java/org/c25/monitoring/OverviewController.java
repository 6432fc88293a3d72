package org.c25.monitoring;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.c25.accounts.Caller;
import org.c25.monitoring.Overview.Line;
import org.c25.monitoring.Overview.SetAtAGlance;
import org.c25.studies.Studies;
import org.c25.studies.StudyView;
import org.c25.web.Table;
import org.c25.web.Table.Column;
import org.c25.web.TableQuery;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Shows the first page of the staff: all studies and sets at a glance. What is searched and the order stand in the address. */
@Controller
class OverviewController {

    private static final Table<Line> TABLE = new Table<>(
            Line::text,
            List.of(
                    Column.least("study", "Study", line -> line.study().toLowerCase(Locale.ROOT)),
                    most("complete", "Complete", set -> set.done() / (double) set.capacity()),
                    most("at-work", "At work", SetAtAGlance::atWork),
                    most("stalled", "Stalled", SetAtAGlance::stalled),
                    most("free", "Free", SetAtAGlance::free),
                    most("seen", "Last sign of life", SetAtAGlance::seenAt)));

    private static <V extends Comparable<V>> Column<Line> most(
            String key, String words, Function<SetAtAGlance, @Nullable V> value) {
        return Column.most(key, words, line -> line.set() == null ? null : value.apply(line.set()));
    }

    private final Overview overview;
    private final FirstSteps firstSteps;
    private final Studies studies;
    private final Clock clock;

    OverviewController(Overview overview, FirstSteps firstSteps, Studies studies, Clock clock) {
        this.overview = overview;
        this.firstSteps = firstSteps;
        this.studies = studies;
        this.clock = clock;
    }

    @GetMapping(path = "/studies", params = "!archived")
    String overview(@AuthenticationPrincipal Caller caller, @ModelAttribute("query") TableQuery query, Model model) {
        List<Line> all = overview.of(caller);
        model.addAttribute("table", TABLE.view("/studies", all, query));
        model.addAttribute("empty", all.isEmpty());
        model.addAttribute("firstSteps", firstSteps.of(caller));
        model.addAttribute("now", clock.instant());
        model.addAttribute(
                "inArchive",
                studies.visibleTo(caller).stream().filter(StudyView::archived).count());
        return "monitoring/overview";
    }
}
