package org.c25.votes;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Map;
import org.c25.accounts.Caller;
import org.c25.accounts.Visible;
import org.c25.studies.StudyView;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Staff")
class VoteSetApi {

    private final VoteSets sets;

    VoteSetApi(VoteSets sets) {
        this.sets = sets;
    }

    @Operation(
            summary = "Makes a set of the images about which the participants of other sets disagree most",
            description =
                    "The class of an image is AffectNet's, or the one with the most votes where AffectNet gives none"
                            + " of the eight. A class that has too few images leaves the set smaller, and missing tells by how"
                            + " many.")
    @PostMapping(path = "/api/v1/studies/{study}/sets/crowd", consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    ChosenByCrowd create(
            @AuthenticationPrincipal Caller caller, @Visible StudyView study, @RequestBody VoteSetForm wanted) {
        VoteSets.Made made = sets.create(caller, study.id(), wanted.order());
        return new ChosenByCrowd(made.set().id(), made.set().items(), made.missing(), made.unranked(), made.clashing());
    }

    /**
     * The set that was made.
     *
     * @param missing by how many images each class falls short; empty if none does
     * @param unranked how many images have votes of too few people
     * @param clashing how many images had the index or file name of a better one of another set
     */
    record ChosenByCrowd(long id, int items, Map<String, Integer> missing, int unranked, int clashing) {}
}
