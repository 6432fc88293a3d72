package org.c25.waiting;

import org.c25.testing.OnH2;

@OnH2
class WaitingForASlotOnH2Test extends WaitingForASlot {}
