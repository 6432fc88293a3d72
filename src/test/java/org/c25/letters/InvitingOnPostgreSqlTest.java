package org.c25.letters;

import org.c25.testing.OnPostgreSql;

@OnPostgreSql
class InvitingOnPostgreSqlTest extends Inviting {}
