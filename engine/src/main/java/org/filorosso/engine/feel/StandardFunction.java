package org.filorosso.engine.feel;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
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
     * @param parameters the last stands for any number of arguments when {@code many}
     */
    record Signature(List<Type> parameters, boolean many, Type result) {
        boolean fits(List<Type> arguments) {
            boolean count = many ? arguments.size() >= parameters.size() : arguments.size() == parameters.size();
            for (int i = 0; count && i < arguments.size(); i++) {
                Type parameter = parameters.get(Math.min(i, parameters.size() - 1));
                count = parameter.comparable(arguments.get(i))
                        && !arguments.get(i).is(Type.Kind.NULL);
            }
            return count;
        }
    }

    public String name() {
        return name;
    }

    List<Signature> signatures() {
        return signatures;
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
