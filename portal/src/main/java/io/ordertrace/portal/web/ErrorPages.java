package io.ordertrace.portal.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Map;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** The last word on every failed request. It tells what the person can do, never what broke inside. */
@Controller
class ErrorPages implements ErrorController {

    private static final Map<HttpStatus, String> KEYS = Map.of(
            HttpStatus.BAD_REQUEST, "web.error.bad-request",
            HttpStatus.UNAUTHORIZED, "web.error.signed-out",
            HttpStatus.FORBIDDEN, "web.error.no-access",
            HttpStatus.NOT_FOUND, "web.error.not-found",
            HttpStatus.METHOD_NOT_ALLOWED, "web.error.not-found",
            HttpStatus.SERVICE_UNAVAILABLE, "web.error.unavailable");

    private final MessageSource messages;

    ErrorPages(MessageSource messages) {
        this.messages = messages;
    }

    @RequestMapping("/error")
    Object error(HttpServletRequest request, Locale locale) {
        HttpStatus status = status(request);
        String key = key(request, status);
        String person = request.getRemoteUser() == null ? "" : request.getRemoteUser();
        return switch (RequestKind.of(request)) {
            case PAGE -> page("web/error", status, key, person, request);
            case FRAGMENT -> page("web/error :: problem", status, key, person, request);
            case DATA -> problem(status, key, person, locale);
        };
    }

    private static ModelAndView page(
            String view, HttpStatus status, String key, String person, HttpServletRequest request) {
        ModelAndView page = new ModelAndView(view, status);
        page.addObject("status", status.value());
        page.addObject("key", key);
        page.addObject("person", person);
        page.addObject("retry", status == HttpStatus.SERVICE_UNAVAILABLE ? retryAddress(request) : null);
        return page;
    }

    private ResponseEntity<ProblemDetail> problem(HttpStatus status, String key, String person, Locale locale) {
        Object[] arguments = {person};
        ProblemDetail problem =
                ProblemDetail.forStatusAndDetail(status, messages.getMessage(key + ".text", arguments, locale));
        problem.setTitle(messages.getMessage(key + ".title", arguments, locale));
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    /** Asked for directly, the error page is just an address where nothing is. */
    private static HttpStatus status(HttpServletRequest request) {
        HttpStatus status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code
                ? HttpStatus.resolve(code)
                : HttpStatus.NOT_FOUND;
        return status == null ? HttpStatus.INTERNAL_SERVER_ERROR : status;
    }

    private static String key(HttpServletRequest request, HttpStatus status) {
        if (request.getAttribute(Problems.KEY) instanceof String named) {
            return named;
        }
        return KEYS.getOrDefault(status, status.is4xxClientError() ? "web.error.bad-request" : "web.error.unexpected");
    }

    /** Only reading can be repeated by a link. */
    private static String retryAddress(HttpServletRequest request) {
        return "GET".equals(request.getAttribute(RequestDispatcher.ERROR_METHOD))
                ? AskedAddress.of(request).toString()
                : "/";
    }
}
