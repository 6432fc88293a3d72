package org.c25.jobs;

import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The settings for jobs.
 *
 * @param atOnce how many jobs a node does at the same time; each may hold a database connection meanwhile
 * @param look the pause between two looks for jobs that wait, such as those that a node left behind
 * @param lease for how long a node that does not report counts as alive; then another one begins its jobs anew
 * @param keep how long a file that a job has made can be fetched
 * @param folder the folder of the files that jobs get and make; where several nodes share it, each can do every job
 */
@ConfigurationProperties("c25.jobs")
record JobSettings(int atOnce, Duration look, Duration lease, Duration keep, Path folder) {}
