package org.c25.reports;

import org.c25.testing.OnPostgreSql;

@OnPostgreSql
class LookingAtResultsOnPostgreSqlTest extends LookingAtResults {}
