package org.c25.items;

import org.c25.testing.OnH2;

@OnH2
class LookingThroughASetOnH2Test extends LookingThroughASet {}
