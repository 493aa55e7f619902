package io.ordertrace.troubles;

import io.ordertrace.page.PageAddition;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.Optional;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Has the page load a script that fails at the next press of a button. The page's visitor holds no token. */
@Hidden
@RestController
class FailingPage implements PageAddition {

    private static final String PATH = "/troubles/page-error.js";

    private static final String SCRIPT = """
            function failOnce(event) {
              if (event.target instanceof Element && event.target.closest('button')) {
                document.removeEventListener('click', failOnce, true);
                throw new Error('The page failed because it was told to');
              }
            }
            document.addEventListener('click', failOnce, true);
            """;

    private final Troubles troubles;

    FailingPage(Troubles troubles) {
        this.troubles = troubles;
    }

    @Override
    public Optional<String> script() {
        return troubles.isOn(Trouble.PAGE_ERROR) ? Optional.of(PATH) : Optional.empty();
    }

    @GetMapping(path = PATH, produces = "text/javascript")
    ResponseEntity<String> code() {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(SCRIPT);
    }
}
