package org.c25.sets;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.c25.accounts.Caller;
import org.c25.affect.Expression;
import org.c25.images.Picture;
import org.c25.sampling.CrowdChoice;
import org.c25.sampling.CrowdImage;
import org.c25.sampling.CrowdWish;
import org.c25.studies.Studies;
import org.c25.studies.StudyView;
import org.c25.web.Problem;
import org.c25.web.Sha256;
import org.springframework.stereotype.Service;

/** Makes sets of the images about which the participants of other sets disagree. Pictures are shared, not copied. */
@Service
class CrowdSets {

    private final Sets sets;
    private final Studies studies;
    private final Crowd crowd;
    private final CrowdSources sources;
    private final AffectNetReader reader;

    CrowdSets(Sets sets, Studies studies, Crowd crowd, CrowdSources sources, AffectNetReader reader) {
        this.sets = sets;
        this.studies = studies;
        this.crowd = crowd;
        this.sources = sources;
        this.reader = reader;
    }

    /** @param missing by how many images each class falls short, by its English name */
    record Made(SetView set, Map<String, Integer> missing, int unranked, int clashing) {}

    /**
     * Makes a set of a study, whole or not at all.
     *
     * @throws Problem naming what is wrong; then nothing is stored
     */
    Made create(Caller caller, long studyId, CrowdOrder order) {
        StudyView study = studies.require(caller, studyId);
        sets.requireFree(study, order.number());
        order.excludeSets().forEach(id -> visible(caller, "excludeSets", id));
        List<CrowdImage> images = new ArrayList<>();
        List<CrowdSource.Voted> voted = new ArrayList<>();
        for (long id : order.sets()) {
            if (!visible(caller, "sets", id).pictures()) {
                throw Problem.invalid("sets", "the set with the id " + id + " was made without images");
            }
            Crowd.Rated rated = crowd.of(id);
            images.addAll(rated.images());
            voted.add(new CrowdSource.Voted(id, rated.images().size(), rated.participants()));
        }
        CrowdChoice choice = CrowdChoice.of(
                order.wish(), without(order.excludeSets(), images), reader.imagesOf(order.excludeSets()));
        if (choice.chosen().isEmpty()) {
            throw Problem.invalid(
                    "sets",
                    "no image is left to choose from: " + choice.unranked() + " have votes of fewer than "
                            + order.wish().minimumVotes() + " people; see the exclusions, too");
        }
        Map<String, Integer> missing = new TreeMap<>();
        choice.missing().forEach((one, count) -> missing.put(one.english(), count));
        CrowdSource source = source(order, voted, hash(images), choice, missing);
        return new Made(store(caller, study, order, choice, source), missing, choice.unranked(), choice.clashing());
    }

    private SetView visible(Caller caller, String field, long id) {
        try {
            return sets.require(caller, id);
        } catch (Problem notThere) {
            throw Problem.invalid(field, "there is no set with the id " + id);
        }
    }

    /** The same picture under another name is left out, too. */
    private List<CrowdImage> without(List<Long> others, List<CrowdImage> images) {
        Set<String> hashes = new HashSet<>(crowd.pictures(others).keySet());
        return images.stream().filter(image -> !hashes.contains(image.hash())).toList();
    }

    /** Of a line an image, in the order of the sets: so the same votes have the same hash. */
    private static String hash(List<CrowdImage> images) {
        StringBuilder text = new StringBuilder();
        for (CrowdImage image : images) {
            text.append(image.set()).append(' ').append(image.index()).append(' ');
            text.append(image.hash())
                    .append(' ')
                    .append(image.votes().summary())
                    .append('\n');
        }
        return Sha256.of(text.toString());
    }

    private static CrowdSource source(
            CrowdOrder order,
            List<CrowdSource.Voted> voted,
            String hash,
            CrowdChoice choice,
            Map<String, Integer> missing) {
        CrowdWish wish = order.wish();
        return new CrowdSource(
                wish.rule(),
                wish.seed(),
                hash,
                new CrowdSource.Parameters(
                        voted,
                        wish.perClass(),
                        wish.classes().stream()
                                .map(Expression::english)
                                .sorted()
                                .toList(),
                        wish.minimumVotes(),
                        order.excludeSets(),
                        missing,
                        choice.unranked(),
                        choice.clashing()));
    }

    private SetView store(Caller caller, StudyView study, CrowdOrder order, CrowdChoice choice, CrowdSource source) {
        Map<String, Picture> byHash = crowd.pictures(order.sets());
        Map<String, Picture> byName = new HashMap<>();
        List<ManifestRow> rows = new ArrayList<>();
        for (CrowdChoice.Chosen one : choice.chosen()) {
            CrowdImage image = one.image();
            rows.add(new ManifestRow(rows.size() + 1, image.index(), image.filename(), image.label()));
            byName.put(image.filename(), Objects.requireNonNull(byHash.get(image.hash())));
        }
        return sets.storeShared(
                caller,
                study,
                order.number(),
                Kind.CONFUSING,
                new SetUpload(rows, byName),
                set -> sources.insert(set.id(), source, choice.chosen()));
    }
}
