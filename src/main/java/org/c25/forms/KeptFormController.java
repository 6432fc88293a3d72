package org.c25.forms;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PostMapping;

/** Shows what somebody typed before they signed in again, to be looked over and sent. */
@Controller
class KeptFormController {

    @ReadOnlyForm
    @PostMapping("/kept-form")
    String show(HttpServletRequest request, Model model) {
        KeptForm.carriedBy(request).ifPresent(kept -> model.addAttribute("kept", kept));
        return "forms/send-again";
    }
}
