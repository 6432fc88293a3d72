package org.c25.models;

import org.c25.testing.OnPostgreSql;

@OnPostgreSql
class ComparingModelsOnPostgreSqlTest extends ComparingModels {}
