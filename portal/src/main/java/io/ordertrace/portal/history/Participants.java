package io.ordertrace.portal.history;

import io.ordertrace.portal.order.Actor;
import io.ordertrace.portal.order.ModelFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Who had to do with the order, and what is made: "покупатель user-42", "модель ring.stl, STL, 1,4 МБ". */
record Participants(Wording words, OrderHistory history) {

    private static final List<Actor.Role> PEOPLE =
            List.of(Actor.Role.CUSTOMER, Actor.Role.API_USER, Actor.Role.SELLER, Actor.Role.OPERATOR);

    List<String> texts() {
        List<String> texts = new ArrayList<>();
        for (Actor.Role role : PEOPLE) {
            String ids = history.committed()
                    .map(change -> change.actor())
                    .filter(actor -> actor.role() == role)
                    .map(Actor::id)
                    .filter(Objects::nonNull)
                    .distinct()
                    .collect(Collectors.joining(", "));
            if (!ids.isEmpty()) {
                texts.add(words.role(role) + " " + ids);
            }
        }
        history.model().map(this::model).ifPresent(texts::add);
        return texts;
    }

    private String model(ModelFile model) {
        String size = model.sizeBytes() == null ? null : words.times().size(model.sizeBytes());
        String about = Stream.of(model.fileName(), format(model), size)
                .filter(Objects::nonNull)
                .collect(Collectors.joining(", "));
        return words.text("model", about);
    }

    // "stl-binary" and "stl-ascii" are both STL to people.
    private static @Nullable String format(ModelFile model) {
        return model.format() == null
                ? null
                : model.format().replaceAll("-.*", "").toUpperCase(Locale.ROOT);
    }
}
