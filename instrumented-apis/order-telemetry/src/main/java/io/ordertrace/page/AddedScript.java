package io.ordertrace.page;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.springframework.core.io.Resource;
import org.springframework.web.servlet.resource.ResourceTransformer;
import org.springframework.web.servlet.resource.ResourceTransformerChain;
import org.springframework.web.servlet.resource.TransformedResource;

/** Writes what a {@link PageAddition} wants into the page's head, before the page's own scripts. */
final class AddedScript implements ResourceTransformer {

    private final PageAddition addition;

    AddedScript(PageAddition addition) {
        this.addition = addition;
    }

    @Override
    public Resource transform(HttpServletRequest request, Resource resource, ResourceTransformerChain chain)
            throws IOException {
        Resource page = chain.transform(request, resource);
        Optional<String> script = addition.script();
        if (script.isEmpty() || !"index.html".equals(resource.getFilename())) {
            return page;
        }
        String tag = "<script src=\"" + script.get() + "\"></script>";
        String html = page.getContentAsString(StandardCharsets.UTF_8).replaceFirst("(?i)<head[^>]*>", "$0" + tag);
        return new TransformedResource(page, html.getBytes(StandardCharsets.UTF_8));
    }
}
