package org.c25.sets;

import java.util.List;

/** Tells which stored pictures are needed by something else than items. */
public interface ImageUse {

    /** Returns those of these hashes whose picture is needed. */
    List<String> used(List<String> hashes);
}
