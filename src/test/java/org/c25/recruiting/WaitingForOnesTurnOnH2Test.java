package org.c25.recruiting;

import org.c25.testing.OnH2;

@OnH2
class WaitingForOnesTurnOnH2Test extends WaitingForOnesTurn {}
