package org.c25.web;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The limits on requests for statistics that a node works on.
 *
 * @param atOnce how many run at the same time; each may hold a database connection and a processor
 * @param inLine how many may wait for their turn; each holds a thread
 * @param patience how long one waits
 */
@ConfigurationProperties("c25.statistics")
record StatisticsSettings(int atOnce, int inLine, Duration patience) {}
