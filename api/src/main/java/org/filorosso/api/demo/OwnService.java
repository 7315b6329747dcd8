package org.filorosso.api.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.concurrent.CompletableFuture;
import tools.jackson.databind.json.JsonMapper;

/** Calls this very service as any other system does, so that what is invented is stored as what is real. */
final class OwnService {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int REFUSED = 300;

    private final HttpClient http = HttpClient.newHttpClient();
    private final String address;
    private final String key;

    OwnService(String address, String key) {
        this.address = address;
        this.key = key;
    }

    /**
     * Sends a body; the future fails when it is refused. A connection that the service has closed just then, since nothing
     * came over it for a while, is none of the customer's: the call is made once more. All of them have keys.
     */
    CompletableFuture<Void> send(String method, String path, Object body) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address + path))
                .header("Authorization", "Bearer " + key)
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(JSON.writeValueAsString(body)))
                .build();
        return answer(request).exceptionallyCompose(lost -> answer(request)).thenAccept(answer -> {
            if (answer.statusCode() >= REFUSED) {
                throw new UncheckedIOException(
                        new IOException(path + ": " + answer.statusCode() + " " + answer.body()));
            }
        });
    }

    private CompletableFuture<HttpResponse<String>> answer(HttpRequest request) {
        return http.sendAsync(request, HttpResponse.BodyHandlers.ofString());
    }
}
