package org.filorosso.api.subject;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.filorosso.api.problem.Kind;
import org.filorosso.api.problem.Refusal;
import org.filorosso.api.security.Caller;
import org.filorosso.api.subject.SubjectStore.Stored;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** The single customer view, one subject at a time. */
@RestController
@RequestMapping("/v1/subjects/{id}")
class SubjectController {
    private static final int MOST = 1_000;
    private static final Pattern ETAG = Pattern.compile("(?:W/)?\"(\\d{1,18})\"");

    private final Subjects subjects;
    private final SubjectViews views;
    private final Erasure erasure;
    private final Export export;

    SubjectController(Subjects subjects, SubjectViews views, Erasure erasure, Export export) {
        this.subjects = subjects;
        this.views = views;
        this.erasure = erasure;
        this.export = export;
    }

    /** What became of a change. */
    record Changed(String id, long version) {}

    @PutMapping
    ResponseEntity<Changed> put(
            @PathVariable String id,
            @RequestBody JsonNode body,
            @RequestHeader(name = "If-Match", required = false) @Nullable String match,
            Caller caller) {
        return answer(subjects.put(id, body, version(match), caller));
    }

    @PatchMapping
    ResponseEntity<Changed> patch(
            @PathVariable String id,
            @RequestBody JsonNode body,
            @RequestHeader(name = "If-Match", required = false) @Nullable String match,
            Caller caller) {
        return answer(subjects.patch(id, body, version(match), caller));
    }

    @PostMapping("/consents")
    ResponseEntity<Changed> consent(@PathVariable String id, @RequestBody JsonNode body, Caller caller) {
        return answer(subjects.consent(id, body, caller));
    }

    @GetMapping
    ResponseEntity<SubjectView> get(
            @PathVariable String id, @RequestParam(required = false) @Nullable String playbook, Caller caller) {
        SubjectView view = views.of(Ids.check(id), playbook, caller);
        return ResponseEntity.ok().eTag(Long.toString(view.version())).body(view);
    }

    @GetMapping("/history")
    PastStore.Page history(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String before,
            @RequestParam(defaultValue = "100") int limit) {
        if (limit < 1 || limit > MOST) {
            throw Refusal.at(
                    Kind.INVALID, "/limit", "is out of range", limit, "Maybe a number from 1 to " + MOST + ".");
        }
        return views.history(Ids.check(id), before, limit);
    }

    @DeleteMapping
    ResponseEntity<Void> erase(@PathVariable String id, Caller caller) {
        if (!erasure.erase(views.owner(Ids.check(id)), caller)) {
            throw SubjectStore.unknown(id);
        }
        return ResponseEntity.noContent().build();
    }

    /** Everything, as it is read: how much there is nobody knows before. */
    @GetMapping("/export")
    void export(@PathVariable String id, Caller caller, HttpServletResponse response) throws IOException {
        String owner = views.owner(Ids.check(id));
        ProfileRow profile = export.known(owner, caller);
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        export.write(profile, response.getOutputStream());
    }

    private static ResponseEntity<Changed> answer(Stored stored) {
        return ResponseEntity.status(stored.created() ? 201 : 200)
                .eTag(Long.toString(stored.version()))
                .body(new Changed(stored.id(), stored.version()));
    }

    /** The version that a caller has seen; null is any. */
    private static @Nullable Long version(@Nullable String match) {
        if (match == null || match.equals("*")) {
            return null;
        }
        Matcher tag = ETAG.matcher(match.strip());
        if (!tag.matches()) {
            throw Refusal.at(
                    Kind.INVALID,
                    "/If-Match",
                    "is no version of a subject",
                    match,
                    "Maybe the ETag of the last answer.");
        }
        return Long.valueOf(tag.group(1));
    }
}
