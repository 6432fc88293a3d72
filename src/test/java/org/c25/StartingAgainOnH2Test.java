package org.c25;

import org.c25.testing.OnH2;

@OnH2
class StartingAgainOnH2Test extends StartingAgain {}
