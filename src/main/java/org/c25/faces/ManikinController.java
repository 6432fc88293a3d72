package org.c25.faces;

import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The drawn manikins: {@code /sam/valence-1.svg} … {@code /sam/arousal-9.svg}, and {@code /sam/valence-1-small.svg} …. */
@Controller
class ManikinController {

    @GetMapping("/sam/{dimension:valence|arousal}-{step:[1-9]}.svg")
    ResponseEntity<String> manikin(@PathVariable String dimension, @PathVariable int step) {
        return svg(dimension.equals("valence") ? Manikin.valence(step) : Manikin.arousal(step));
    }

    @GetMapping("/sam/{dimension:valence|arousal}-{step:[1-9]}-small.svg")
    ResponseEntity<String> small(@PathVariable String dimension, @PathVariable int step) {
        return svg(dimension.equals("valence") ? Manikin.smallValence(step) : Manikin.smallArousal(step));
    }

    private static ResponseEntity<String> svg(String drawing) {
        return ResponseEntity.ok()
                .contentType(MediaType.valueOf("image/svg+xml"))
                .cacheControl(CacheControl.maxAge(Duration.ofDays(7)).cachePublic())
                .body(drawing);
    }
}
