package org.c25.affectnet;

import org.c25.testing.OnH2;

@OnH2
class ChoosingFromAffectNetOnH2Test extends ChoosingFromAffectNet {}
