/**
 * Tries C25 on a PostgreSQL that fails over: a cluster on this machine, people at work, and what can happen to both.
 * {@code bin/ha} runs it; no test of the build does.
 */
package org.c25.ha;
