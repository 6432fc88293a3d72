package org.c25.recruiting;

import org.c25.testing.OnH2;

@OnH2
class ComingByTheRecruitingLinkOnH2Test extends ComingByTheRecruitingLink {}
