package org.c25.items;

import java.time.Duration;
import org.c25.accounts.Visible;
import org.c25.common.Problem;
import org.c25.images.ImageStore;
import org.c25.images.Thumbnails;
import org.c25.sets.ContactSheet;
import org.c25.sets.SetView;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The pictures of a set for its staff: whole, and small for the contact sheet. */
@Controller
class ItemPictureController {

    private static final Duration KEPT = Duration.ofDays(30);

    private final ContactSheet sheet;
    private final ImageStore images;
    private final Thumbnails thumbnails;

    ItemPictureController(ContactSheet sheet, ImageStore images, Thumbnails thumbnails) {
        this.sheet = sheet;
        this.images = images;
        this.thumbnails = thumbnails;
    }

    @GetMapping("/sets/{set}/items/{position}/image")
    ResponseEntity<Resource> image(
            @Visible SetView set, @PathVariable int position, @RequestParam(defaultValue = "") String v) {
        ContactSheet.Picture picture = pictureAt(set, position);
        return cached(picture, v)
                .contentType(MediaType.parseMediaType(String.valueOf(picture.type())))
                .body(images.get(String.valueOf(picture.hash())));
    }

    @GetMapping("/sets/{set}/items/{position}/thumbnail")
    ResponseEntity<Resource> thumbnail(
            @Visible SetView set, @PathVariable int position, @RequestParam(defaultValue = "") String v) {
        ContactSheet.Picture picture = pictureAt(set, position);
        return cached(picture, v).contentType(MediaType.IMAGE_JPEG).body(thumbnails.of(String.valueOf(picture.hash())));
    }

    private ContactSheet.Picture pictureAt(SetView set, int position) {
        return sheet.pictureAt(set.id(), position)
                .filter(picture -> picture.hash() != null)
                .orElseThrow(() -> Problem.notFound("image"));
    }

    /**
     * Returns an answer that browsers keep without asking again, if its address names the picture. Otherwise they ask
     * each time, because another picture can come to this position.
     */
    private static ResponseEntity.BodyBuilder cached(ContactSheet.Picture picture, String version) {
        boolean named = version.equals(picture.version());
        return ResponseEntity.ok()
                .eTag("\"" + picture.hash() + "\"")
                .cacheControl(
                        named
                                ? CacheControl.maxAge(KEPT).cachePrivate().immutable()
                                : CacheControl.noCache().cachePrivate());
    }
}
