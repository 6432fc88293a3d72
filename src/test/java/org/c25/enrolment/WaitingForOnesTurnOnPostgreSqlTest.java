package org.c25.enrolment;

import org.c25.testing.OnPostgreSql;

@OnPostgreSql
class WaitingForOnesTurnOnPostgreSqlTest extends WaitingForOnesTurn {}
