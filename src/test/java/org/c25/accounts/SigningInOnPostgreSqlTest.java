package org.c25.accounts;

import org.c25.testing.OnPostgreSql;

@OnPostgreSql
class SigningInOnPostgreSqlTest extends SigningIn {}
