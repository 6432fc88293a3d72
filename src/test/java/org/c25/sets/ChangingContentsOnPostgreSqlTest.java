package org.c25.sets;

import org.c25.testing.OnPostgreSql;

@OnPostgreSql
class ChangingContentsOnPostgreSqlTest extends ChangingContents {}
