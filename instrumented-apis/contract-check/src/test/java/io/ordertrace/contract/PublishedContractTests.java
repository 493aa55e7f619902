package io.ordertrace.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.ordertrace.registry.Attribute;
import io.ordertrace.registry.Registry;
import io.ordertrace.registry.SpanType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What people read and what the Collector lets through is what the registry says. */
class PublishedContractTests {

    private static final Path DOCUMENT = Path.of("../../docs/telemetry.md");
    private static final Path COLLECTOR = Path.of("../../infra/collector/config.yaml");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([a-z0-9_.]+)` \\| (string|int) \\| .*\\|$");

    private final Registry registry = Registry.load();

    @Test
    void theDocumentsTableHasEveryAttributeWithItsTypeAndNoOther() throws IOException {
        Matcher rows = ROW.matcher(Files.readString(DOCUMENT));
        List<String> listed =
                rows.results().map(row -> row.group(1) + " " + row.group(2)).toList();
        assertThat(listed)
                .containsExactlyInAnyOrderElementsOf(registry.attributes().stream()
                        .map(attribute ->
                                attribute.key() + " " + attribute.type().name().toLowerCase(Locale.ROOT))
                        .toList());
    }

    @Test
    void theDocumentNamesEverySpanEveryValueAndEveryRule() throws IOException {
        String document = Files.readString(DOCUMENT);
        assertThat(registry.spans())
                .extracting(SpanType::type)
                .allSatisfy(type -> assertThat(document).contains("`" + type + "`"));
        assertThat(registry.attributes())
                .flatExtracting(Attribute::members)
                .extracting(Attribute.Member::value)
                .allSatisfy(value -> assertThat(document).contains("`" + value + "`"));
        assertThat(Rule.values()).allSatisfy(rule -> assertThat(document).contains("`" + rule.code() + "`"));
    }

    @Test
    void theCollectorLetsEveryAttributeThrough() throws IOException {
        assertThat(registry.attributes())
                .extracting(attribute -> "      - " + attribute.key() + "\n")
                .allSatisfy(line -> assertThat(Files.readString(COLLECTOR)).contains(line));
    }
}
