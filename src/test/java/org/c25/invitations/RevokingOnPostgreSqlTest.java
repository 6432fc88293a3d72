package org.c25.invitations;

import org.c25.testing.OnPostgreSql;

@OnPostgreSql
class RevokingOnPostgreSqlTest extends Revoking {}
