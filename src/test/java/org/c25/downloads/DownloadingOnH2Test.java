package org.c25.downloads;

import org.c25.testing.OnH2;

@OnH2
class DownloadingOnH2Test extends Downloading {}
