package org.c25.images;

import java.io.IOException;
import org.c25.common.Problem;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The folder of this server below which staff may name folders of pictures to make sets from. */
@Component
public class PictureFolders {

    static final String SETTING = "c25.images.root";

    private final RootFolder root;
    private final Pictures pictures;

    PictureFolders(@Value("${" + SETTING + ":}") String root, Pictures pictures) {
        this.root = new RootFolder(SETTING, root);
        this.pictures = pictures;
    }

    public boolean isConfigured() {
        return root.isConfigured();
    }

    /**
     * Opens a folder, with all folders in it.
     *
     * @param field the request's field the path came in, for messages
     * @param path its path below the folder of {@value #SETTING}
     * @throws Problem if there is no such folder below it, it holds too many files, or no folder is set
     */
    public ImageSource open(String field, String path) throws IOException {
        return PictureTree.of(field, root.folder(field, path), pictures);
    }
}
