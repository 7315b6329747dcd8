package org.filorosso.api.problem;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ResolvableType;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.json.JsonMapper;

/** Reads JSON bodies strictly and tells every fault with its place; writes as the mapper does. */
final class StrictJsonConverter extends JacksonJsonHttpMessageConverter {
    private final StrictJson strict;

    StrictJsonConverter(JsonMapper mapper) {
        super(mapper);
        this.strict = new StrictJson(mapper);
    }

    @Override
    @SuppressWarnings("NullAway") // the body null is null, as Spring's own converter has it
    public Object read(ResolvableType type, HttpInputMessage message, @Nullable Map<String, Object> hints)
            throws IOException {
        byte[] body = message.getBody().readAllBytes();
        strict.check(body);
        List<Fault> faults = new ArrayList<>();
        Object read = shaped(getJavaType(type.getType(), null), body, faults);
        if (!faults.isEmpty()) {
            throw Refusal.of(Kind.MALFORMED, "The body has another shape than expected.", faults);
        }
        return read;
    }

    private @Nullable Object shaped(JavaType type, byte[] body, List<Fault> faults) {
        try {
            return getMapper()
                    .readerFor(type)
                    .withAttribute(ShapeFaults.KEY, faults)
                    .readValue(body);
        } catch (DatabindException e) {
            if (e.getCause() instanceof Refusal refusal) {
                throw refusal;
            }
            faults.add(ShapeFaults.of(e));
            return null;
        } catch (InputCoercionException e) {
            faults.add(new Fault("", "holds a number that is too large for its place", null, null));
            return null;
        }
    }
}
