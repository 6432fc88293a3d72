@NullMarked
package org.c25;

import org.jspecify.annotations.NullMarked;
