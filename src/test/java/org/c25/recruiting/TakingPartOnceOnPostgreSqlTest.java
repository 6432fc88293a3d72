package org.c25.recruiting;

import org.c25.testing.OnPostgreSql;

@OnPostgreSql
class TakingPartOnceOnPostgreSqlTest extends TakingPartOnce {}
