package io.ordertrace.troubles;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Switches troubles on and off while the service runs. */
@Hidden
@RestController
@RequestMapping("/troubles")
class TroublesController {

    private static final String TOKEN = "X-Troubles-Token";

    private final Troubles troubles;
    private final byte[] token;

    TroublesController(Troubles troubles, TroublesSettings settings) {
        this.troubles = troubles;
        this.token = settings.token().getBytes(StandardCharsets.UTF_8);
    }

    /** A trouble that is on. */
    record Active(String name, int millis) {}

    @GetMapping
    List<Active> active(@RequestHeader(name = TOKEN, required = false) @Nullable String shown) {
        require(shown);
        return troubles.active().entrySet().stream()
                .map(each -> new Active(each.getKey().toString(), each.getValue()))
                .toList();
    }

    @PutMapping("/{name}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void on(
            @RequestHeader(name = TOKEN, required = false) @Nullable String shown,
            @PathVariable String name,
            @RequestParam(defaultValue = "0") @Min(0) @Max(60_000) int millis) {
        require(shown);
        troubles.on(named(name), millis);
    }

    @DeleteMapping("/{name}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void off(@RequestHeader(name = TOKEN, required = false) @Nullable String shown, @PathVariable String name) {
        require(shown);
        troubles.off(named(name));
    }

    private void require(@Nullable String shown) {
        byte[] bytes = (shown == null ? "" : shown).getBytes(StandardCharsets.UTF_8);
        if (!MessageDigest.isEqual(token, bytes)) {
            throw new ErrorResponseException(HttpStatus.UNAUTHORIZED);
        }
    }

    private static Trouble named(String name) {
        try {
            return Trouble.valueOfName(name);
        } catch (IllegalArgumentException unknown) {
            throw new ErrorResponseException(HttpStatus.NOT_FOUND, unknown);
        }
    }
}
