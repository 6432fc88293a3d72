package org.c25.quality;

import org.c25.testing.Measured;
import org.c25.testing.OnPostgreSql;

@Measured
@OnPostgreSql
class FlagsAtScaleOnPostgreSqlTest extends FlagsAtScale {}
