package org.c25.images;

import java.util.List;

/**
 * What a source of pictures holds, for a set that comes without a manifest.
 *
 * @param filenames the pictures in the order of their paths, each by a bare name that no other has
 * @param passedOver the paths of the files that are no pictures, or that nobody has put there on purpose
 */
public record FoundImages(List<String> filenames, List<String> passedOver) {}
