package org.c25.monitoring;

import org.c25.testing.OnPostgreSql;

@OnPostgreSql
class AuditingOnPostgreSqlTest extends Auditing {}
