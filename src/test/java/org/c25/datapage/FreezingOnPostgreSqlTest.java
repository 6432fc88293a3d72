package org.c25.datapage;

import org.c25.testing.OnPostgreSql;

@OnPostgreSql
class FreezingOnPostgreSqlTest extends Freezing {}
