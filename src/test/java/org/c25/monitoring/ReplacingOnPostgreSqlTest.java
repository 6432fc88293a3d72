package org.c25.monitoring;

import org.c25.testing.OnPostgreSql;

@OnPostgreSql
class ReplacingOnPostgreSqlTest extends Replacing {}
