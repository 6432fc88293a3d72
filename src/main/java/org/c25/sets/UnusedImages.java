package org.c25.sets;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.c25.common.Causes;
import org.c25.images.ImageStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Removes the files of pictures that no set has any more. Another set with the same picture may be stored at the same
 * moment: it finds the file there and stores none. So this looks once more after a file is removed, and puts it back if it
 * is needed by then; and whoever stores a set looks for its files once more after its commit
 * ({@link SetStore}). Whichever comes later finds what the other did.
 */
@Component
class UnusedImages {

    private static final Logger LOG = LoggerFactory.getLogger(UnusedImages.class);
    private static final int AT_ONCE = 500;

    private final JdbcClient jdbc;
    private final List<ImageUse> others;
    private final ImageStore images;

    UnusedImages(JdbcClient jdbc, List<ImageUse> others, ImageStore images) {
        this.jdbc = jdbc;
        this.others = others;
        this.images = images;
    }

    /** Removes those of these files that nothing needs. It never fails: a file that stays takes room and does no harm. */
    void remove(Collection<String> hashes) {
        List<String> all = List.copyOf(hashes);
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            List<String> some = all.subList(from, Math.min(all.size(), from + AT_ONCE));
            try {
                Set<String> used = used(some);
                for (String hash : some) {
                    if (!used.contains(hash)) {
                        removeOne(hash);
                    }
                }
            } catch (RuntimeException e) {
                LOG.warn("Files of a deleted set could not be removed: {}", Causes.bottom(e));
            }
        }
    }

    private void removeOne(String hash) {
        if (!images.has(hash)) {
            return;
        }
        byte[] bytes = bytes(hash);
        images.remove(hash);
        if (!used(List.of(hash)).isEmpty()) {
            images.put(hash, bytes);
        }
    }

    private byte[] bytes(String hash) {
        try {
            return images.get(hash).getContentAsByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Set<String> used(List<String> hashes) {
        List<String> shown = jdbc.sql("select distinct image_hash from item where image_hash in (:hashes)")
                .param("hashes", hashes)
                .query(String.class)
                .list();
        return new HashSet<>(Stream.concat(
                        shown.stream(), others.stream().flatMap(other -> other.used(hashes).stream()))
                .toList());
    }
}
