package io.ordertrace.portal.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.io.ClassPathResource;

/** Both languages are equally finished, in every bundle. */
class MessageBundlesTests {

    private static final Path FOLDER = Path.of("src/main/resources/messages");

    static List<String> bundles() {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.map(file -> file.getFileName().toString().replaceAll("(_en)?\\.properties$", ""))
                    .distinct()
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void sayTheSameThingsInBothLanguages(String bundle) {
        Properties russian = read(bundle);
        Properties english = read(bundle + "_en");

        // Only Russian has a form of its own for two to four things.
        Set<String> expected = new TreeSet<>(russian.stringPropertyNames());
        expected.removeIf(key -> key.endsWith(".few"));
        assertThat(new TreeSet<>(english.stringPropertyNames())).isEqualTo(expected);
        for (String key : expected) {
            assertThat(arguments(english.getProperty(key))).as(key).isEqualTo(arguments(russian.getProperty(key)));
        }
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void areWrittenInTheirLanguage(String bundle) {
        read(bundle + "_en")
                .forEach((key, text) -> assertThat(text.toString())
                        .as(key.toString())
                        .isNotBlank()
                        .doesNotContainPattern("[А-Яа-яЁё]"));
        read(bundle)
                .forEach((key, text) ->
                        assertThat(text.toString()).as(key.toString()).isNotBlank());
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void areWellFormed(String bundle) {
        for (String name : List.of(bundle, bundle + "_en")) {
            read(name)
                    .forEach((key, text) -> assertThatCode(() -> new MessageFormat(text.toString()))
                            .as(key.toString())
                            .doesNotThrowAnyException());
        }
    }

    @Test
    void areAllListedInTheConfiguration() throws IOException {
        Object basename = new YamlPropertySourceLoader()
                .load("application", new ClassPathResource("application.yml"))
                .getFirst()
                .getProperty("spring.messages.basename");

        assertThat(String.valueOf(basename).split(","))
                .containsExactlyInAnyOrderElementsOf(
                        bundles().stream().map(bundle -> "messages/" + bundle).toList());
    }

    private static TreeSet<String> arguments(String text) {
        TreeSet<String> arguments = new TreeSet<>();
        Pattern.compile("\\{(\\d+)").matcher(text).results().forEach(found -> arguments.add(found.group(1)));
        return arguments;
    }

    private static Properties read(String bundle) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(FOLDER.resolve(bundle + ".properties"), StandardCharsets.UTF_8)) {
            properties.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties;
    }
}
