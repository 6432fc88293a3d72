package org.c25.agreement;

import org.c25.testing.OnPostgreSql;

@OnPostgreSql
class AgreeingOnPostgreSqlTest extends Agreeing {}
