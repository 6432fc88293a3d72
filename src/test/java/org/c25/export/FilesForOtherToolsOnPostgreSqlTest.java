package org.c25.export;

import org.c25.testing.OnPostgreSql;

@OnPostgreSql
class FilesForOtherToolsOnPostgreSqlTest extends FilesForOtherTools {}
