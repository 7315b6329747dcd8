package org.filorosso.api.problem;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Looks at a body before anything is built of it: UTF-8, JSON, depth, names once, numbers and texts that a database and
 * a decision can hold. What passes can be read into any shape without further measure.
 */
final class StrictJson {
    private static final int MOST_FAULTS = 100;
    private static final int MOST_EXPONENT = 100;

    private final JsonMapper mapper;

    StrictJson(JsonMapper mapper) {
        this.mapper = mapper;
    }

    /**
     * Nothing, if the bytes are one JSON value that passes.
     *
     * @throws Refusal with every fault, as far as it can be read
     */
    void check(byte[] body) {
        List<Fault> faults = new ArrayList<>();
        try (JsonParser parser = mapper.createParser(decoded(body))) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                look(parser, token, faults);
                if (faults.size() >= MOST_FAULTS) {
                    break;
                }
            }
        } catch (JacksonException e) {
            faults.add(unreadable(e));
        }
        if (!faults.isEmpty()) {
            throw Refusal.of(Kind.MALFORMED, "The body is not JSON as it is expected.", faults);
        }
    }

    private static CharBuffer utf8(byte[] body) throws CharacterCodingException {
        return StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .decode(ByteBuffer.wrap(body));
    }

    private static String decoded(byte[] body) {
        try {
            return utf8(body).toString();
        } catch (CharacterCodingException e) {
            throw Refusal.at(Kind.MALFORMED, "", "is not UTF-8", null, "Maybe it was saved in another encoding.");
        }
    }

    private static void look(JsonParser parser, JsonToken token, List<Fault> faults) {
        if (token == JsonToken.PROPERTY_NAME && !storable(parser.currentName())) {
            faults.add(fault(parser, "has a name with half a character or the character NUL"));
        } else if (token == JsonToken.VALUE_STRING && !storable(parser.getString())) {
            faults.add(fault(parser, "holds half a character or the character NUL"));
        } else if (token.isNumeric() && exponent(parser.getString()) > MOST_EXPONENT) {
            faults.add(fault(parser, "is a number beyond measure"));
        }
    }

    private static Fault fault(JsonParser parser, String message) {
        return new Fault(pointer(parser), message, null, null);
    }

    private static String pointer(JsonParser parser) {
        return parser.streamReadContext().pathAsPointer().toString();
    }

    private static boolean storable(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else if (c == 0 || Character.isSurrogate(c)) {
                return false;
            }
        }
        return true;
    }

    private static int exponent(String number) {
        int e = Math.max(number.indexOf('e'), number.indexOf('E'));
        if (e < 0) {
            return 0;
        }
        String digits = number.substring(e + 1).replaceFirst("^[+-]?0*", "");
        return digits.length() > 3 ? Integer.MAX_VALUE : digits.isEmpty() ? 0 : Integer.parseInt(digits);
    }

    private static Fault unreadable(JacksonException e) {
        if (e instanceof StreamConstraintsException) {
            return new Fault(
                    "",
                    "is nested too deep, or has a name or a number too long",
                    null,
                    "Maybe 32 levels, names of 1,000 characters and numbers of 60 digits are enough.");
        }
        String message = e.getOriginalMessage();
        if (message != null && message.startsWith("Duplicate")) {
            return new Fault("", "names the same property twice" + place(e), null, "Maybe one of them is meant.");
        }
        return new Fault("", "is not JSON" + place(e), null, "Maybe a comma, a bracket or a quote is missing there.");
    }

    private static String place(JacksonException e) {
        TokenStreamLocation at = e.getLocation();
        return at == null ? "" : ", line " + at.getLineNr() + ", column " + at.getColumnNr();
    }
}
