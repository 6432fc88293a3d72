package org.c25.images;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;

/**
 * The limits on an image.
 *
 * @param maxBytes the largest file of one image
 * @param maxPixels the most pixels (width × height) of one image
 * @param maxArchive the most that an archive may unpack to
 */
@ConfigurationProperties("c25.images")
record ImageSettings(DataSize maxBytes, long maxPixels, DataSize maxArchive) {}
