package org.c25.downloads;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The settings for how many large files a node makes and keeps.
 *
 * @param atOnce how many files are made at the same time; each holds a database connection meanwhile
 * @param inLine how many files may wait for their turn
 * @param onDisk how many files may be on the disk at the same time, both in the making and being sent
 * @param patience how long a program's request waits for its turn
 * @param keep how long a file that is ready waits for the person who ordered it
 * @param folder the folder of the files; null for the system's temporary folder
 */
@ConfigurationProperties("c25.downloads")
record DownloadSettings(
        int atOnce,
        int inLine,
        int onDisk,
        Duration patience,
        Duration keep,
        @Nullable Path folder) {}
