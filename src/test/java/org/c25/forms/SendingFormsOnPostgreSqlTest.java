package org.c25.forms;

import org.c25.testing.OnPostgreSql;

@OnPostgreSql
class SendingFormsOnPostgreSqlTest extends SendingForms {}
