package org.c25.bodies;

import org.c25.testing.OnPostgreSql;

@OnPostgreSql
class TakingBodiesOnPostgreSqlTest extends TakingBodies {}
