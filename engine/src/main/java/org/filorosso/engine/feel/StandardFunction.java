package org.filorosso.engine.feel;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kie.dmn.feel.runtime.FEELFunction;

/** One standard function of the language: its name, its forms, and what computes it. One object a name. */
public final class StandardFunction {
    private final String name;
    private final List<Signature> signatures;
    private final Body body;

    StandardFunction(String name, List<Signature> signatures, Body body) {
        this.name = name;
        this.signatures = List.copyOf(signatures);
        this.body = body;
    }

    /** Computes the result from arguments none of which is null. */
    @FunctionalInterface
    interface Body {
        @Nullable
        Object call(List<@Nullable Object> arguments, ZoneId zone);

        static Body of(FEELFunction function) {
            return (arguments, zone) -> Kie.call(function, arguments, zone);
        }
    }

    /**
     * One form of a function.
     *
     * @param many whether the last parameter stands for any number of arguments
     * @param result by the types of the arguments
     */
    record Signature(List<Type> parameters, boolean many, Function<List<Type>, Type> result) {

        static Signature form(Type result, Type... parameters) {
            return new Signature(List.of(parameters), false, types -> result);
        }

        static Signature many(Type result, Type parameter) {
            return new Signature(List.of(parameter), true, types -> result);
        }

        /** Yields what its first argument is. */
        static Signature like(Type... parameters) {
            return new Signature(List.of(parameters), false, types -> types.get(0));
        }

        /** Yields an element of its argument, a list. */
        static Signature oneOf(Type element) {
            return new Signature(
                    List.of(Type.list(element)), false, types -> types.get(0).elements());
        }

        boolean fits(List<Type> arguments) {
            boolean fits = many ? arguments.size() >= parameters.size() : arguments.size() == parameters.size();
            for (int i = 0; fits && i < arguments.size(); i++) {
                Type parameter = parameters.get(Math.min(i, parameters.size() - 1));
                fits = parameter.comparable(arguments.get(i))
                        && !arguments.get(i).is(Type.Kind.NULL);
            }
            return fits;
        }

        String usage() {
            return parameters.stream().map(Type::toString).collect(Collectors.joining(", ")) + (many ? ", ..." : "");
        }
    }

    public String name() {
        return name;
    }

    List<Signature> signatures() {
        return signatures;
    }

    /** How it is called, for hints. */
    String usage() {
        return signatures.stream()
                .limit(3)
                .map(signature -> name + "(" + signature.usage() + ")")
                .collect(Collectors.joining(" or "));
    }

    /** Null where an argument is missing: what is asked of an unknown value is unknown. */
    @Nullable
    Object call(List<Expr> parts, Reading facts, ZoneId zone) {
        List<@Nullable Object> arguments = new ArrayList<>(parts.size());
        for (int i = 0; i < parts.size(); i++) {
            Object argument = parts.get(i).value(facts);
            if (argument == null) {
                return null;
            }
            arguments.add(argument);
        }
        return body.call(arguments, zone);
    }

    @Override
    public String toString() {
        return name;
    }
}
