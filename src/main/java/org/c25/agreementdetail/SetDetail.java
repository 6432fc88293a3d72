package org.c25.agreementdetail;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.List;
import java.util.stream.IntStream;
import org.c25.concordance.AgreementDetail;
import org.c25.concordance.DetailedCoefficient;
import org.c25.concordance.GroupingAgreement;
import org.c25.concordance.PartAgreement;
import org.c25.concordance.RaterGrouping;
import org.c25.results.Results;
import org.c25.results.Results.Once;

/** The agreement of a selection of a set's answers in detail. Each part is computed once, when it is first asked for. */
final class SetDetail {

    private final AgreementDetail detail;
    private final Once<List<DetailedCoefficient>> main;
    private final Once<List<DetailedCoefficient>> further;
    private final Once<List<PartAgreement>> categories;
    private final Once<List<PartAgreement>> classes;
    private final Cache<RaterGrouping, GroupingAgreement> groupings =
            Caffeine.newBuilder().maximumSize(50).build();

    SetDetail(Results results) {
        this.detail = new AgreementDetail(results.requirePeople().ratings(), Results.SEED);
        this.main = new Once<>(detail::main);
        this.further = new Once<>(detail::further);
        this.categories = new Once<>(detail::categories);
        boolean labelled =
                IntStream.range(0, results.ratings().images()).anyMatch(image -> results.affectNet(image) >= 0);
        this.classes = new Once<>(() -> labelled ? detail.classes(results::affectNet) : List.of());
    }

    /** Returns the coefficients of the page of results. */
    List<DetailedCoefficient> main() {
        return main.get();
    }

    /** Returns the coefficients that the page of results does not have. */
    List<DetailedCoefficient> further() {
        return further.get();
    }

    /** Returns the agreement on each expression against the rest. */
    List<PartAgreement> categories() {
        return categories.get();
    }

    /** Returns the agreement by AffectNet's class of the images; empty if it labels none of them. */
    List<PartAgreement> classes() {
        return classes.get();
    }

    GroupingAgreement groups(RaterGrouping grouping) {
        return groupings.get(grouping, detail::groups);
    }
}
