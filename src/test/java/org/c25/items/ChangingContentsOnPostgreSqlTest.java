package org.c25.items;

import org.c25.testing.OnPostgreSql;

@OnPostgreSql
class ChangingContentsOnPostgreSqlTest extends ChangingContents {}
