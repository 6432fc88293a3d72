package org.c25.models;

import org.c25.testing.OnH2;

@OnH2
class ComparingModelsOnH2Test extends ComparingModels {}
