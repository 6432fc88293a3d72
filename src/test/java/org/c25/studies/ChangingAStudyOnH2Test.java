package org.c25.studies;

import org.c25.testing.OnH2;

@OnH2
class ChangingAStudyOnH2Test extends ChangingAStudy {}
