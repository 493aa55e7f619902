package io.ordertrace.page;

import java.time.Duration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Serves the page that {@code page.folder} names. */
@AutoConfiguration
@ConditionalOnProperty("page.folder")
@EnableConfigurationProperties(PageSettings.class)
public class PageAutoConfiguration implements WebMvcConfigurer {

    /** The name of a file in this folder is made from its content, so it never means anything else. */
    private static final CacheControl FOR_EVER =
            CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();

    private final String files;
    private final ObjectProvider<PageAddition> additions;

    PageAutoConfiguration(PageSettings page, ObjectProvider<PageAddition> additions) {
        this.files = "classpath:/pages/" + page.folder() + "/";
        this.additions = additions;
    }

    @Bean
    static PageHeaders pageHeaders() {
        return new PageHeaders();
    }

    @Override
    public void addViewControllers(ViewControllerRegistry views) {
        views.addViewController("/").setViewName("forward:/index.html");
    }

    /** The page itself is asked for each time: it names the files that belong together. */
    @Override
    public void addResourceHandlers(ResourceHandlerRegistry resources) {
        resources
                .addResourceHandler("/assets/*")
                .addResourceLocations(files + "assets/")
                .setCacheControl(FOR_EVER);
        var page = resources
                .addResourceHandler("/index.html", "/*.svg", "/*.ico", "/*.txt")
                .addResourceLocations(files)
                .setCacheControl(CacheControl.noCache());
        additions.ifAvailable(addition ->
                page.setUseLastModified(false).resourceChain(false).addTransformer(new AddedScript(addition)));
    }
}
