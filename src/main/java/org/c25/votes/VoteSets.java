package org.c25.votes;

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
import org.c25.affectnet.AffectNetReader;
import org.c25.common.Problem;
import org.c25.common.Sha256;
import org.c25.images.Picture;
import org.c25.manifests.ManifestRow;
import org.c25.sets.SetKind;
import org.c25.sets.SetStore;
import org.c25.sets.SetUpload;
import org.c25.sets.SetView;
import org.c25.sets.Sets;
import org.c25.studies.Studies;
import org.c25.studies.StudyView;
import org.springframework.stereotype.Service;

/** Makes sets of the images about which the participants of other sets disagree. Pictures are shared, not copied. */
@Service
class VoteSets {

    private final Sets sets;
    private final SetStore setStore;
    private final Studies studies;
    private final RatedImages ratedImages;
    private final VoteSources sources;
    private final AffectNetReader reader;

    VoteSets(
            Sets sets,
            SetStore setStore,
            Studies studies,
            RatedImages ratedImages,
            VoteSources sources,
            AffectNetReader reader) {
        this.sets = sets;
        this.setStore = setStore;
        this.studies = studies;
        this.ratedImages = ratedImages;
        this.sources = sources;
        this.reader = reader;
    }

    /**
     * A set that was made.
     *
     * @param missing by how many images each class falls short, by its English name
     */
    record Made(SetView set, Map<String, Integer> missing, int unranked, int clashing) {}

    /**
     * Makes a set of a study completely, or not at all.
     *
     * @throws Problem naming what is wrong; then nothing is stored
     */
    Made create(Caller caller, long studyId, VoteSetOrder order) {
        StudyView study = studies.require(caller, studyId);
        setStore.requireFree(study, order.number());
        order.excludeSets().forEach(id -> visible(caller, "excludeSets", id));
        List<RatedImage> images = new ArrayList<>();
        List<VoteSource.Voted> voted = new ArrayList<>();
        for (long id : order.sets()) {
            if (!visible(caller, "sets", id).pictures()) {
                throw Problem.invalid("sets", "the set with the id " + id + " was made without images");
            }
            RatedImages.Rated rated = ratedImages.of(id);
            images.addAll(rated.images());
            voted.add(new VoteSource.Voted(id, rated.images().size(), rated.participants()));
        }
        VoteSelection choice = VoteSelection.of(
                order.criteria(), without(order.excludeSets(), images), reader.imagesOf(order.excludeSets()));
        if (choice.chosen().isEmpty()) {
            throw Problem.invalid(
                    "sets",
                    "no image is left to choose from: " + choice.unranked() + " have votes of fewer than "
                            + order.criteria().minimumVotes() + " people; see the exclusions, too");
        }
        Map<String, Integer> missing = new TreeMap<>();
        choice.missing().forEach((one, count) -> missing.put(one.english(), count));
        VoteSource source = source(order, voted, hash(images), choice, missing);
        return new Made(store(caller, study, order, choice, source), missing, choice.unranked(), choice.clashing());
    }

    private SetView visible(Caller caller, String field, long id) {
        try {
            return sets.require(caller, id);
        } catch (Problem notThere) {
            throw Problem.invalid(field, "there is no set with the id " + id);
        }
    }

    /** Returns the images without those of other sets. It also leaves out the same picture under another name. */
    private List<RatedImage> without(List<Long> others, List<RatedImage> images) {
        Set<String> hashes = new HashSet<>(ratedImages.pictures(others).keySet());
        return images.stream().filter(image -> !hashes.contains(image.hash())).toList();
    }

    /**
     * Returns a hash over the images, one line each, in the order of the sets: so the same votes have the same hash.
     */
    private static String hash(List<RatedImage> images) {
        StringBuilder text = new StringBuilder();
        for (RatedImage image : images) {
            text.append(image.set()).append(' ').append(image.index()).append(' ');
            text.append(image.hash())
                    .append(' ')
                    .append(image.votes().summary())
                    .append('\n');
        }
        return Sha256.of(text.toString());
    }

    private static VoteSource source(
            VoteSetOrder order,
            List<VoteSource.Voted> voted,
            String hash,
            VoteSelection choice,
            Map<String, Integer> missing) {
        VoteCriteria criteria = order.criteria();
        return new VoteSource(
                criteria.rule(),
                criteria.seed(),
                hash,
                new VoteSource.Parameters(
                        voted,
                        criteria.perClass(),
                        criteria.classes().stream()
                                .map(Expression::english)
                                .sorted()
                                .toList(),
                        criteria.minimumVotes(),
                        order.excludeSets(),
                        missing,
                        choice.unranked(),
                        choice.clashing()));
    }

    private SetView store(Caller caller, StudyView study, VoteSetOrder order, VoteSelection choice, VoteSource source) {
        Map<String, Picture> byHash = ratedImages.pictures(order.sets());
        Map<String, Picture> byName = new HashMap<>();
        List<ManifestRow> rows = new ArrayList<>();
        for (VoteSelection.Chosen one : choice.chosen()) {
            RatedImage image = one.image();
            rows.add(new ManifestRow(rows.size() + 1, image.index(), image.filename(), image.label()));
            byName.put(image.filename(), Objects.requireNonNull(byHash.get(image.hash())));
        }
        return setStore.storeShared(
                caller,
                study,
                order.number(),
                SetKind.CONFUSING,
                new SetUpload(rows, byName),
                set -> sources.insert(set.id(), source, choice.chosen()));
    }
}
