package org.c25.predictions;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.c25.common.Fault;
import org.c25.sets.Item;
import tools.jackson.databind.JsonNode;

/**
 * The images on which a model was trained, and those by which it was chosen: what it says of either tells nothing of
 * other images. An image is known by the SHA-256 of its bytes where the card has it, else by its file name.
 *
 * @param hashes SHA-256 in lower case
 * @param names file names of images without a hash in the card
 * @param allNames all file names, for sets without pictures
 */
record ModelSplit(Set<String> hashes, Set<String> names, Set<String> allNames) {

    private static final List<String> SEEN = List.of("train", "validation");
    private static final String NAME = "filename";
    private static final String HASH = "sha256";

    /** Reads the part of a card; empty if it names no images. */
    static Optional<ModelSplit> of(JsonNode split) {
        if (SEEN.stream().noneMatch(part -> split.path(part).isArray())) {
            return Optional.empty();
        }
        ModelSplit read = new ModelSplit(new HashSet<>(), new HashSet<>(), new HashSet<>());
        for (String part : SEEN) {
            for (JsonNode image : split.path(part)) {
                String name =
                        image.isString() ? image.asString() : image.path(NAME).asString("");
                read.allNames.add(name);
                if (image.path(HASH).isString()) {
                    read.hashes.add(image.path(HASH).asString().toLowerCase(Locale.ROOT));
                } else {
                    read.names.add(name);
                }
            }
        }
        return Optional.of(read);
    }

    /** Adds what is wrong with the part of a card; a part that is not there is right. */
    static void check(JsonNode split, List<Fault> faults) {
        for (String part : SEEN) {
            JsonNode images = split.path(part);
            if (!images.isMissingNode() && !images.isNull() && !images.isArray()) {
                faults.add(ModelCard.fault("split, " + part + ": is a list of images"));
            }
            for (JsonNode image : images) {
                if (!image.isString()
                        && !image.path(NAME).isString()
                        && !image.path(HASH).isString()) {
                    faults.add(ModelCard.fault("split, " + part
                            + ": an image is a file name, or an object with filename, sha256 or both"));
                    break;
                }
            }
        }
    }

    boolean wasTrainedOn(Item item) {
        return item.imageHash() == null
                ? allNames.contains(item.filename())
                : hashes.contains(item.imageHash()) || names.contains(item.filename());
    }
}
