package org.c25.monitoring;

import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.c25.accounts.Caller;
import org.c25.studies.Studies;
import org.c25.studies.StudyView;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Shows the first page of the staff: all studies and sets at a glance. What is searched and the order stand in the address. */
@Controller
class OverviewController {

    private static final Map<String, OverviewOrder> ORDERS =
            Arrays.stream(OverviewOrder.values()).collect(Collectors.toMap(OverviewOrder::name, order -> order));

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
    String overview(
            @AuthenticationPrincipal Caller caller,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable String sort,
            Model model) {
        String wanted = q.strip().toLowerCase(Locale.ROOT);
        OverviewOrder order = OverviewOrder.of(sort);
        List<Overview.Line> all = overview.of(caller);
        List<Overview.Line> found = all.stream()
                .filter(line -> line.text().toLowerCase(Locale.ROOT).contains(wanted))
                .toList();
        model.addAttribute(
                "lines",
                order == null
                        ? found
                        : found.stream().sorted(order.comparator()).toList());
        model.addAttribute("empty", all.isEmpty());
        model.addAttribute("q", q.strip());
        model.addAttribute("order", order);
        model.addAttribute("orders", ORDERS);
        model.addAttribute("firstSteps", firstSteps.of(caller));
        model.addAttribute("now", clock.instant());
        model.addAttribute(
                "inArchive",
                studies.visibleTo(caller).stream().filter(StudyView::archived).count());
        return "monitoring/overview";
    }
}
