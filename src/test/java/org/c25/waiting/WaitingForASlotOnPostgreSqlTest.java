package org.c25.waiting;

import org.c25.testing.OnPostgreSql;

@OnPostgreSql
class WaitingForASlotOnPostgreSqlTest extends WaitingForASlot {}
