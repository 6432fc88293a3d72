package org.c25.links;

import org.c25.testing.OnPostgreSql;

@OnPostgreSql
class InvitingOnPostgreSqlTest extends Inviting {}
