package org.c25.concordance;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How far the raters of each group agree among themselves, and how much the groups differ in that.
 *
 * @param differences of every two groups that have figures; if these are more than {@value #MOST_IN_PAIRS}, of the
 *     largest and each other one
 */
public record GroupingAgreement(RaterGrouping grouping, List<PartAgreement> groups, List<GroupDifference> differences) {

    /** The most groups of which every two are compared. */
    static final int MOST_IN_PAIRS = 5;

    /**
     * The coefficients of one group less those of another one.
     *
     * @param one the name of the group that the other is subtracted from
     */
    public record GroupDifference(String one, String other, List<DetailedCoefficient> coefficients) {

        static GroupDifference of(PartAgreement one, PartAgreement other) {
            return new GroupDifference(
                    one.name(),
                    other.name(),
                    IntStream.range(0, one.coefficients().size())
                            .mapToObj(at -> one.coefficients()
                                    .get(at)
                                    .minus(other.coefficients().get(at)))
                            .toList());
        }
    }

    static GroupingAgreement of(RaterGrouping grouping, List<PartAgreement> groups) {
        List<PartAgreement> able =
                groups.stream().filter(PartAgreement::isDefined).toList();
        int last = able.size() > MOST_IN_PAIRS ? 1 : able.size();
        List<GroupDifference> differences = new ArrayList<>();
        for (int one = 0; one < last; one++) {
            for (int other = one + 1; other < able.size(); other++) {
                differences.add(GroupDifference.of(able.get(one), able.get(other)));
            }
        }
        return new GroupingAgreement(grouping, groups, differences);
    }
}
