package org.c25;

import org.c25.testing.OnPostgreSql;

@OnPostgreSql
class StartingAgainOnPostgreSqlTest extends StartingAgain {}
