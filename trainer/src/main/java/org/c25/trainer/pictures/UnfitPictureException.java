package org.c25.trainer.pictures;

import java.nio.file.Path;
import org.c25.trainer.Problem;

/** Says that a file is no picture that C25 takes, or can't be cropped. The message names the file and says why. */
public final class UnfitPictureException extends Problem {

    UnfitPictureException(Path file, String why) {
        super(file + " " + why + ".");
    }
}
