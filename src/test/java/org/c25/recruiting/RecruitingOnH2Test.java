package org.c25.recruiting;

import org.c25.testing.OnH2;

@OnH2
class RecruitingOnH2Test extends Recruiting {}
