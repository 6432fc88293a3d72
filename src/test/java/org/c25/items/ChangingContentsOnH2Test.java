package org.c25.items;

import org.c25.testing.OnH2;

@OnH2
class ChangingContentsOnH2Test extends ChangingContents {}
