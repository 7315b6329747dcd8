package org.filorosso.api.load;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;

/** The least that a decision can cost: its request is parsed, and as many bytes as a decision has are sent back. */
final class Ceiling {
    private final Map<Integer, byte[]> answers = new ConcurrentHashMap<>();

    /** The same fields as a request for a decision. */
    record Request(
            String requestId,
            String subjectId,
            String channel,
            String direction,
            @Nullable List<Placement> placements,
            @Nullable Map<String, Object> contexts,
            @Nullable String language,
            @Nullable String playbook,
            @Nullable Boolean dryRun,
            @Nullable String explain,
            @Nullable String at,
            @Nullable String revision,
            @Nullable Map<String, Object> profile) {}

    /** As in a request for a decision. */
    record Placement(String name, int itemCount) {}

    /**
     * Answers without thinking.
     *
     * @param size of the answer in bytes
     */
    ResponseEntity<byte[]> answer(@RequestBody Request request, @RequestHeader("X-Ceiling") int size) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .body(answers.computeIfAbsent(size, Ceiling::ofSize));
    }

    private static byte[] ofSize(int size) {
        String frame = "{\"filler\":\"\"}";
        return frame.replace("\"\"", '"' + "x".repeat(Math.max(0, size - frame.length())) + '"')
                .getBytes(java.nio.charset.StandardCharsets.US_ASCII);
    }
}
