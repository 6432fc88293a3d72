package org.c25.progress;

import org.c25.testing.OnPostgreSql;

@OnPostgreSql
class ReplacingOnPostgreSqlTest extends Replacing {}
