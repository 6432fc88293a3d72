package org.c25.help;

import org.springframework.http.CacheControl;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** The pages of help, at the addresses that the documents have as files; pictures and scripts beside them come as they are. */
@Controller
class HelpController implements WebMvcConfigurer {

    private final HelpPages pages;

    HelpController(HelpPages pages) {
        this.pages = pages;
    }

    @GetMapping("/help")
    String start() {
        return "redirect:/help/guide/README.md";
    }

    @GetMapping("/help/{document}.md")
    String page(@PathVariable String document, Model model) {
        model.addAttribute("page", pages.page(document));
        return "help/page";
    }

    @GetMapping("/help/{folder}/{document}.md")
    String page(@PathVariable String folder, @PathVariable String document, Model model) {
        return page(folder + "/" + document, model);
    }

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler(HelpMarkdown.ADDRESS + "**")
                .addResourceLocations("classpath:/" + HelpPages.FOLDER)
                .setCacheControl(CacheControl.noCache());
    }
}
