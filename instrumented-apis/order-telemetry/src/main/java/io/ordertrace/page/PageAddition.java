package io.ordertrace.page;

import java.util.Optional;

/** What is added to the page while it is served. A bean of this type exists only where a fault is to be shown. */
@FunctionalInterface
public interface PageAddition {

    /** The path of a script that the page shall load, too; empty for the page as it was built. */
    Optional<String> script();
}
