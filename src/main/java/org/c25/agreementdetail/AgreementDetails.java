package org.c25.agreementdetail;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.c25.accounts.Caller;
import org.c25.concordance.GroupingAgreement;
import org.c25.results.Results;
import org.c25.results.Selection;
import org.c25.results.SetResults;
import org.c25.studies.Studies;
import org.springframework.stereotype.Service;

/**
 * Computes the agreement of the sets in detail. A node keeps some of it, as long as nothing else needs the memory, and
 * for as long as the results that it was computed from are those of now.
 */
@Service
public class AgreementDetails {

    private static final int KEPT = 40;

    private final SetResults setResults;
    private final Studies studies;
    private final RaterGroupings groupings;
    private final Cache<Results, SetDetail> computed =
            Caffeine.newBuilder().maximumSize(KEPT).softValues().build();

    AgreementDetails(SetResults setResults, Studies studies, RaterGroupings groupings) {
        this.setResults = setResults;
        this.studies = studies;
        this.groupings = groupings;
    }

    /** Returns the detail of results, which are new ones as soon as any answer is. */
    SetDetail of(Results results) {
        return computed.get(results, SetDetail::new);
    }

    /** Returns the agreement within groups of raters, as they are now: they may answer a question after the last image. */
    List<GroupingAgreement> groups(Caller caller, Results results) {
        SetDetail detail = of(results);
        return groupings
                .of(
                        results.set(),
                        studies.require(caller, results.set().studyId()).protocol(),
                        new HashSet<>(results.raters()))
                .stream()
                .map(detail::groups)
                .toList();
    }

    /**
     * Returns everything that is published with the data of a set: nothing of what people said of themselves. Empty if the
     * participants are too many to be compared.
     *
     * @param labels whether it may tell AffectNet's labels
     */
    public Optional<AgreementDetailView> published(Caller caller, long setId, boolean labels) {
        Results results = setResults.results(caller, setId, Selection.ALL);
        if (!results.comparePeople()) {
            return Optional.empty();
        }
        SetDetail detail = of(results);
        return Optional.of(AgreementDetailView.of(
                results,
                detail,
                labels,
                groups(caller, results).stream()
                        .filter(one -> !one.grouping().personal())
                        .toList()));
    }

    /** Returns everything of a selection. */
    AgreementDetailView view(Caller caller, Results results) {
        return AgreementDetailView.of(results, of(results), true, groups(caller, results));
    }
}
