package org.c25.participation;

import org.c25.testing.OnPostgreSql;

@OnPostgreSql
class ErasingEverywhereOnPostgreSqlTest extends ErasingEverywhere {}
