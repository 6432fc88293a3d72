package org.c25.annotation;

import org.c25.testing.OnPostgreSql;

@OnPostgreSql
class HoldingUpOnPostgreSqlTest extends HoldingUp {}
