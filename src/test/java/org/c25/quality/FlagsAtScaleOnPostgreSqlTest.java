package org.c25.quality;

import org.c25.testing.OnPostgreSql;

@OnPostgreSql
class FlagsAtScaleOnPostgreSqlTest extends FlagsAtScale {}
