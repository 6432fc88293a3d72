package org.c25.votes;

import org.c25.testing.OnPostgreSql;

@OnPostgreSql
class ChoosingByVotesOnPostgreSqlTest extends ChoosingByVotes {}
