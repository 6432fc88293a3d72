package org.c25.reports;

import org.c25.testing.OnH2;

@OnH2
class LookingAtResultsOnH2Test extends LookingAtResults {}
