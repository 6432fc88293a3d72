/** What came out of one run, as the report, the files and the tests read it. */
@NullMarked
package org.c25.trainer.outcome;

import org.jspecify.annotations.NullMarked;
