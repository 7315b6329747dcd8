package org.filorosso.api.guide;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.filorosso.api.fixture.Client;
import org.filorosso.api.fixture.RunningService;
import org.filorosso.api.security.Role;

/**
 * A line with {@code curl} as it stands in a guide. Only the few options that guides use are understood.
 *
 * @param key whose is used: {@code $KEY} is the agent's, others are named after their role
 * @param body empty where there is none
 */
record PastedCall(String key, String method, String path, String mediaType, String body) {
    private static final Pattern ADDRESS = Pattern.compile("(?:\\$FILOROSSO|(?:http://)?localhost:8080)(/.*)");
    private static final Pattern WORD = Pattern.compile("'([^']*)'|\"([^\"]*)\"|(\\S+)");

    /** The calls of all shell blocks of a page, in order. */
    static List<PastedCall> of(String page) {
        String[] blocks = page.split("```", -1);
        return IntStream.range(0, blocks.length)
                .filter(i -> i % 2 == 1 && blocks[i].startsWith("sh\n"))
                .mapToObj(i -> blocks[i].substring(3).split("(?m)^(?=curl )"))
                .flatMap(lines -> List.of(lines).stream())
                .filter(line -> line.startsWith("curl "))
                .map(PastedCall::read)
                .toList();
    }

    private static PastedCall read(String line) {
        List<String> words = words(line);
        String method = null;
        String path = "";
        String mediaType = "application/json";
        String body = "";
        String key = "KEY";
        for (int i = 1; i < words.size(); i++) {
            String word = words.get(i);
            switch (word) {
                case "-s", "-N" -> {}
                case "-X" -> method = words.get(++i);
                case "-d", "--data-binary" -> body = words.get(++i).strip();
                case "-H" -> {
                    String header = words.get(++i);
                    if (header.startsWith("Authorization: Bearer $")) {
                        key = header.substring("Authorization: Bearer $".length());
                    } else if (header.startsWith("Content-Type: ")) {
                        mediaType = header.substring("Content-Type: ".length());
                    }
                }
                default -> {
                    Matcher address = ADDRESS.matcher(word);
                    if (!address.matches()) {
                        throw new IllegalArgumentException("Not understood in a guide: " + word);
                    }
                    path = address.group(1);
                }
            }
        }
        String verb = method != null ? method : body.isEmpty() ? "GET" : "POST";
        return new PastedCall(key, verb, path, mediaType, body);
    }

    private static List<String> words(String line) {
        List<String> words = new ArrayList<>();
        Matcher word = WORD.matcher(line.replace("\\\n", " "));
        while (word.find()) {
            words.add(word.group(1) != null ? word.group(1) : word.group(2) != null ? word.group(2) : word.group(3));
        }
        return words;
    }

    /** The same call with a word in capitals replaced by what an earlier answer said. */
    PastedCall with(String word, String value) {
        return new PastedCall(key, method, path.replace(word, value), mediaType, body.replace(word, value));
    }

    /** Sends it with the key of the role that it names. */
    Client.Answer send(RunningService service) {
        return send(service.as(key.equals("KEY") ? Role.AGENT : Role.valueOf(key)));
    }

    Client.Answer send(Client client) {
        return client.send(
                method, path, mediaType, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    }
}
