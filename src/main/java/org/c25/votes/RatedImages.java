package org.c25.votes;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.c25.images.Picture;
import org.c25.ratings.SetVotes;
import org.c25.sets.Item;
import org.c25.sets.Items;
import org.springframework.stereotype.Component;

/** Reads what the participants of sets say of their images. */
@Component
class RatedImages {

    private final SetVotes votes;
    private final Items items;

    RatedImages(SetVotes votes, Items items) {
        this.votes = votes;
        this.items = items;
    }

    /** Returns how many people of each set have answered anything; sets in which nobody has are left out. */
    Map<Long, Integer> participants() {
        return votes.participants();
    }

    /**
     * The images of a set with their votes.
     *
     * @param participants how many people have answered anything
     */
    record Rated(List<RatedImage> images, int participants) {}

    /** Returns the images of a set that have a picture, in its order, each with its votes. */
    Rated of(long setId) {
        Map<Long, ParticipantVotes> byItem = new HashMap<>();
        votes.forEach(
                setId,
                (item, expression, valence, arousal) -> byItem.computeIfAbsent(item, id -> new ParticipantVotes())
                        .add(expression, valence, arousal));
        List<RatedImage> images = items.of(setId).stream()
                .filter(item -> item.imageHash() != null)
                .map(item -> image(setId, item, byItem.getOrDefault(item.id(), new ParticipantVotes())))
                .toList();
        return new Rated(images, participants().getOrDefault(setId, 0));
    }

    private static RatedImage image(long setId, Item item, ParticipantVotes votes) {
        return new RatedImage(
                setId,
                item.position(),
                item.index(),
                item.filename(),
                Objects.requireNonNull(item.imageHash()),
                item.label(),
                votes);
    }

    /** Returns the pictures of sets as they were checked, by their hash. */
    Map<String, Picture> pictures(List<Long> setIds) {
        Map<String, Picture> pictures = new HashMap<>();
        setIds.forEach(id -> pictures.putAll(items.pictures(id)));
        return pictures;
    }
}
