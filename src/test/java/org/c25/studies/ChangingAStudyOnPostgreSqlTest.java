package org.c25.studies;

import org.c25.testing.OnPostgreSql;

@OnPostgreSql
class ChangingAStudyOnPostgreSqlTest extends ChangingAStudy {}
