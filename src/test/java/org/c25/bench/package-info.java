/** The benchmark of the path of an answer: {@code bin/bench} runs it, and docs/performance.md says what it shows. */
package org.c25.bench;
