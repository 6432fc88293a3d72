package org.c25.results;

import org.c25.testing.OnPostgreSql;

@OnPostgreSql
class AgreeingOnPostgreSqlTest extends Agreeing {}
