package org.c25.reports;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.c25.accounts.Caller;
import org.c25.accounts.Visible;
import org.c25.affect.Dimension;
import org.c25.affect.Expression;
import org.c25.agreement.ImageVotes;
import org.c25.common.Numbers;
import org.c25.common.Problem;
import org.c25.figures.FigureLook;
import org.c25.figures.FigureText;
import org.c25.figures.ImageFigures;
import org.c25.figures.MeanAndSpread;
import org.c25.figures.SelectedSet;
import org.c25.ratings.Ratings;
import org.c25.results.SelectionQuery;
import org.c25.sets.Item;
import org.c25.sets.SetView;
import org.c25.sets.Sets;
import org.c25.web.HeavyStatistics;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Shows the page of one image: its votes, how it compares with the other images, and everybody's answers. */
@Controller
@HeavyStatistics
class ImageController {

    private final SelectedSets views;
    private final Sets sets;
    private final ItemAnswers answers;

    ImageController(SelectedSets views, Sets sets, ItemAnswers answers) {
        this.views = views;
        this.sets = sets;
        this.answers = answers;
    }

    @GetMapping("/sets/{set}/results/images/{index}")
    String image(
            @AuthenticationPrincipal Caller caller,
            @Visible SetView set,
            @PathVariable long index,
            SelectionQuery choice,
            LookQuery looks,
            Model model) {
        SelectedSet view = views.of(caller, set.id(), choice.selection());
        List<Item> items = sets.items(set.id());
        Found found = find(view, items, index);
        model.addAttribute("view", view);
        model.addAttribute("query", looks.look().query(view.selection()));
        model.addAttribute("set", view.set());
        model.addAttribute("study", view.study());
        model.addAttribute("item", found.item());
        model.addAttribute(
                "label", found.item().label().asExpression().map(FigureText::of).orElse(null));
        model.addAttribute(
                "votes", found.image() < 0 ? null : Said.of(view.results().ratings(), found.image()));
        model.addAttribute("raters", view.results().raters());
        model.addAttribute("answers", answers.of(set.id(), found.item().id()));
        model.addAttribute("previous", neighbour(view, items, found, -1));
        model.addAttribute("next", neighbour(view, items, found, 1));
        return "reports/image";
    }

    @GetMapping("/sets/{set}/results/images/{index}/{picture:votes|place}.svg")
    ResponseEntity<byte[]> picture(
            @AuthenticationPrincipal Caller caller,
            @Visible SetView set,
            @PathVariable long index,
            @PathVariable String picture,
            SelectionQuery choice,
            LookQuery looks) {
        FigureLook look = looks.look();
        SelectedSet view = views.of(caller, set.id(), choice.selection());
        Found found = find(view, sets.items(set.id()), index);
        if (found.image() < 0) {
            throw Problem.notFound("image in what is selected");
        }
        String svg = picture.equals("votes")
                ? ImageFigures.votes(view, look, found.image())
                : ImageFigures.place(view, look, found.image());
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("image/svg+xml;charset=UTF-8"))
                .cacheControl(CacheControl.noCache().cachePrivate())
                .body(svg.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * An item of the set.
     *
     * @param image its number in the selection's ratings; −1 if the selection does not contain it
     */
    private record Found(Item item, int image) {}

    private static Found find(SelectedSet view, List<Item> items, long index) {
        Item item = items.stream()
                .filter(one -> one.index() == index)
                .findFirst()
                .orElseThrow(() -> Problem.notFound("image in the set"));
        for (int image = 0; image < view.results().ratings().images(); image++) {
            if (view.results().position(image) == item.position()) {
                return new Found(item, image);
            }
        }
        return new Found(item, -1);
    }

    private static @Nullable Long neighbour(SelectedSet view, List<Item> items, Found found, int step) {
        int image = found.image() + step;
        return found.image() < 0
                        || image < 0
                        || image >= view.results().ratings().images()
                ? null
                : items.get(view.results().position(image)).index();
    }

    /** The majority votes and the means of an image, in words. */
    record Said(String expression, String expressionVotes, String valence, String arousal) {

        static Said of(Ratings ratings, int image) {
            ImageVotes votes = ImageVotes.of(ratings, Dimension.EXPRESSION).get(image);
            String majority = votes.majority().isEmpty()
                    ? "–"
                    : FigureText.of(Expression.all().get(votes.majority().getAsInt()));
            return new Said(
                    majority,
                    votes.score() + " of " + votes.answers() + (votes.isTied() ? ", tied" : ""),
                    mean(ImageVotes.of(ratings, Dimension.VALENCE).get(image)),
                    mean(ImageVotes.of(ratings, Dimension.AROUSAL).get(image)));
        }

        private static String mean(ImageVotes votes) {
            MeanAndSpread moments = MeanAndSpread.of(votes);
            return Numbers.decimals(moments.mean(), 2) + " (SE " + Numbers.decimals(moments.standardError(), 2) + ")";
        }
    }
}
