package org.c25.votes;

import org.c25.testing.OnH2;

@OnH2
class ChoosingByVotesOnH2Test extends ChoosingByVotes {}
