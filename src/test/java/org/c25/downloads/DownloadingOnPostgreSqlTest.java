package org.c25.downloads;

import org.c25.testing.OnPostgreSql;

@OnPostgreSql
class DownloadingOnPostgreSqlTest extends Downloading {}
