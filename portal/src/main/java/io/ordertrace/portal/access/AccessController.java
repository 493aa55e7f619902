package io.ordertrace.portal.access;

import java.security.Principal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page where an administrator grants and revokes roles. */
@Controller
@RequestMapping("/access")
class AccessController {

    private static final String PAGE = "access/page";
    private static final String BACK = "redirect:/access";

    private final RoleAdministration administration;
    private final AccessSettings settings;
    private final MessageSource messages;
    private final Clock clock = Clock.systemUTC();

    AccessController(RoleAdministration administration, AccessSettings settings, MessageSource messages) {
        this.messages = messages;
        this.administration = administration;
        this.settings = settings;
    }

    @GetMapping
    String list(Model model, Locale locale) {
        fill(model, locale, GrantForm.EMPTY, Map.of());
        return PAGE;
    }

    /** At the list's own address, so that a refused form can be reloaded and read in the other language. */
    @PostMapping
    ModelAndView grant(GrantForm form, Principal person, Model model, Locale locale, RedirectAttributes after) {
        Map<String, String> errors = form.errors(settings.zone(), clock.instant());
        if (errors.isEmpty()) {
            try {
                NewGrant grant = form.grant(person.getName(), settings.zone());
                administration.grant(grant);
                tell(after, "granted", grant.role(), grant.user());
                return new ModelAndView(BACK);
            } catch (AccessRefused refused) {
                model.addAttribute("refused", refused.messageKey());
            }
        }
        fill(model, locale, form, errors);
        return new ModelAndView(PAGE, model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
    }

    @PostMapping("/grants/{id}/revoke")
    String revoke(@PathVariable long id, Principal person, RedirectAttributes after) {
        try {
            RoleGrant grant = administration.revoke(id, person.getName());
            tell(after, "revoked", grant.role(), grant.user());
        } catch (AccessRefused refused) {
            after.addFlashAttribute("refused", refused.messageKey());
        }
        return BACK;
    }

    private static void tell(RedirectAttributes after, String what, Role role, UserName user) {
        after.addFlashAttribute("done", "access.done." + what);
        after.addFlashAttribute("doneRole", role);
        after.addFlashAttribute("doneUser", user.value());
    }

    private void fill(Model model, Locale locale, GrantForm form, Map<String, String> errors) {
        Instant now = clock.instant();
        Dates dates = new Dates(messages, locale, settings.zone());
        model.addAttribute(
                "grants",
                administration.live().stream()
                        .map(grant -> GrantLine.of(grant, dates))
                        .toList());
        model.addAttribute("roles", Role.values());
        model.addAttribute("form", form);
        model.addAttribute("errors", errors);
        model.addAttribute("today", LocalDate.ofInstant(now, settings.zone()).toString());
        model.addAttribute("zone", settings.zone().getDisplayName(TextStyle.FULL, locale));
    }
}
