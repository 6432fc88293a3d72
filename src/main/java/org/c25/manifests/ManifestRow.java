package org.c25.manifests;

import org.c25.affect.AffectNetLabel;

/**
 * A line of a manifest.
 *
 * @param line its line in the file, from 1
 * @param index the row in AffectNet's Training.csv, from 0
 * @param filename a bare file name, without a folder
 */
public record ManifestRow(long line, long index, String filename, AffectNetLabel label) {}
