package org.c25.affectnet;

import org.c25.testing.OnPostgreSql;

@OnPostgreSql
class ChoosingFromAffectNetOnPostgreSqlTest extends ChoosingFromAffectNet {}
