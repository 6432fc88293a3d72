package org.c25.sets;

import org.c25.testing.OnPostgreSql;

@OnPostgreSql
class ChoosingByVotesOnPostgreSqlTest extends ChoosingByVotes {}
