package io.ordertrace.registry;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One attribute of the contract.
 *
 * @param members  the only values, if the registry lists them
 * @param pattern  what the whole of a string value has to match, if anything
 * @param constant name of the Java constant, if code sets the attribute
 */
public record Attribute(
        String key,
        ValueType type,
        String brief,
        Optional<String> note,
        List<Member> members,
        Optional<Pattern> pattern,
        Optional<String> constant) {

    public Attribute {
        members = List.copyOf(members);
    }

    /** The member with that value. */
    public Optional<Member> member(String value) {
        return members.stream().filter(member -> member.value().equals(value)).findFirst();
    }

    /** The type of a value on a span. */
    public enum ValueType {
        STRING,
        INT,
        DOUBLE,
        BOOLEAN
    }

    /**
     * One of the values that an attribute may have.
     *
     * @param actors on a status: the attributes of which one names who acted; empty if a service acts by itself
     */
    public record Member(String value, String brief, List<String> actors) {

        public Member {
            actors = List.copyOf(actors);
        }
    }
}
