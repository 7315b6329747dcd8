package org.filorosso.api.playbook;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.filorosso.api.problem.Fault;
import org.filorosso.api.problem.Kind;
import org.filorosso.api.problem.Refusal;
import org.filorosso.api.security.Caller;
import org.filorosso.engine.playbook.io.Limits;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Revisions over the web: uploaded, approved, published, rolled back, handed out. */
@RestController
@RequestMapping("/v1/playbooks")
class PlaybookController {
    static final String ZIP = "application/zip";
    static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final String REVISION = "/{name}/revisions/{revision:[0-9a-f]+}";
    private static final int MOST_LISTED = 1_000;
    private static final int MOST_NOTE = 2_000;

    private final PolledPlaybooks playbooks;
    private final RevisionStore store;
    private final Revisions revisions;
    private final Publishing publishing;
    private final Workbench workbench;

    PlaybookController(
            PolledPlaybooks playbooks,
            RevisionStore store,
            Revisions revisions,
            Publishing publishing,
            Workbench workbench) {
        this.playbooks = playbooks;
        this.store = store;
        this.revisions = revisions;
        this.publishing = publishing;
        this.workbench = workbench;
    }

    /** A list of anything. */
    record Items<T>(List<T> items) {}

    /** @param digest of the content that was looked at; null: of that which is stored */
    record Approval(@Nullable String digest) {}

    @GetMapping
    Items<LiveAnswer> all() {
        Map<String, LiveAnswer> all = new TreeMap<>();
        store.names().forEach(name -> all.put(name, LiveAnswer.none(name)));
        playbooks.publications().forEach(live -> all.put(live.playbook().name(), LiveAnswer.of(live)));
        return new Items<>(List.copyOf(all.values()));
    }

    @PostMapping(path = "/{name}/revisions", consumes = ZIP)
    ResponseEntity<RevisionAnswer> uploadZip(
            @PathVariable String name,
            @RequestParam(defaultValue = "") String note,
            Caller caller,
            HttpServletRequest body) {
        return upload(name, name + ".zip", note, caller, body);
    }

    @PostMapping(path = "/{name}/revisions", consumes = XLSX)
    ResponseEntity<RevisionAnswer> uploadWorkbook(
            @PathVariable String name,
            @RequestParam(defaultValue = "") String note,
            Caller caller,
            HttpServletRequest body) {
        return upload(name, name + ".xlsx", note, caller, body);
    }

    private ResponseEntity<RevisionAnswer> upload(
            String name, String file, String note, Caller caller, HttpServletRequest body) {
        check(name, note);
        byte[] content = content(body);
        Publishing.Uploaded uploaded = workbench.work(() -> {
            CheckedPlaybook checked = CheckedPlaybook.read(content, file, publishing.today());
            String named = checked.orRefuse().name();
            if (!named.equals(name)) {
                throw Refusal.at(
                        Kind.PLAYBOOK,
                        "",
                        "the playbook names itself otherwise than the address it is uploaded to (" + name + ")",
                        named,
                        "Maybe /v1/playbooks/" + named + "/revisions.");
            }
            return publishing.upload(checked, caller, note);
        });
        RevisionAnswer answer = answer(uploaded.revision());
        URI place = URI.create("/v1/playbooks/" + name + "/revisions/" + answer.revision());
        return uploaded.added()
                ? ResponseEntity.created(place).body(answer)
                : ResponseEntity.ok().location(place).body(answer);
    }

    // a name that no playbook can have must not become the name of a file
    private static void check(String name, String note) {
        List<Fault> faults = new ArrayList<>();
        if (!name.matches("[a-z0-9-]{1,40}")) {
            faults.add(
                    new Fault("/name", "is no name of a playbook", name, "Maybe small letters, digits and hyphens."));
        }
        if (note.length() > MOST_NOTE || note.chars().anyMatch(c -> Character.isISOControl(c) && c != '\n')) {
            faults.add(new Fault(
                    "/note", "must have at most 2,000 characters, none of them a control character", null, null));
        }
        if (!faults.isEmpty()) {
            throw Refusal.of(Kind.INVALID, "The upload says something that cannot be.", faults);
        }
    }

    private static byte[] content(HttpServletRequest body) {
        try {
            byte[] content = body.getContentLengthLong() > Limits.MOST_WORKBOOK_BYTES
                    ? new byte[0]
                    : body.getInputStream().readNBytes(Limits.MOST_WORKBOOK_BYTES + 1);
            if (content.length > Limits.MOST_WORKBOOK_BYTES
                    || body.getContentLengthLong() > Limits.MOST_WORKBOOK_BYTES) {
                throw Refusal.of(Kind.TOO_LARGE, "A playbook has at most 5 MB.");
            }
            return content;
        } catch (IOException e) {
            throw Refusal.of(Kind.MALFORMED, "The playbook did not arrive as a whole.");
        }
    }

    @GetMapping("/{name}/revisions")
    Items<RevisionAnswer> list(@PathVariable String name, @RequestParam(defaultValue = "100") int limit) {
        if (limit < 1 || limit > MOST_LISTED) {
            throw Refusal.at(Kind.INVALID, "/limit", "must be 1 to 1,000", limit, "Maybe 100.");
        }
        List<StoredRevision> found = store.latest(name, limit);
        if (found.isEmpty()) {
            throw Refusal.of(
                    Kind.NOT_FOUND,
                    "There is no playbook " + name + ". Maybe one of " + String.join(", ", store.names()) + ".");
        }
        return new Items<>(found.stream()
                .map(revision -> RevisionAnswer.listed(revision, isLive(revision)))
                .toList());
    }

    @GetMapping(REVISION)
    RevisionAnswer one(@PathVariable String name, @PathVariable String revision) {
        return answer(revisions.find(name, revision));
    }

    @GetMapping(path = REVISION + ".zip", produces = ZIP)
    ResponseEntity<byte[]> zip(@PathVariable String name, @PathVariable String revision) {
        return file(revisions.find(name, revision), ".zip", ZIP, CheckedPlaybook::zip);
    }

    @GetMapping(path = REVISION + ".xlsx", produces = XLSX)
    ResponseEntity<byte[]> workbook(@PathVariable String name, @PathVariable String revision) {
        return file(revisions.find(name, revision), ".xlsx", XLSX, CheckedPlaybook::workbook);
    }

    private ResponseEntity<byte[]> file(
            StoredRevision revision, String suffix, String mediaType, Function<CheckedPlaybook, byte[]> written) {
        byte[] content = workbench.work(() -> written.apply(revisions.read(revision)));
        String file = revision.playbook() + "-" + revision.revision().substring(0, 12) + suffix;
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(mediaType))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(file).build().toString())
                .body(content);
    }

    @PostMapping(REVISION + ":approve")
    RevisionAnswer approve(
            @PathVariable String name,
            @PathVariable String revision,
            @RequestBody(required = false) @Nullable Approval approval,
            Caller caller) {
        String digest = approval == null ? null : approval.digest();
        return answer(publishing.approve(revisions.find(name, revision), caller, digest));
    }

    @PostMapping(REVISION + ":publish")
    Publication publish(@PathVariable String name, @PathVariable String revision, Caller caller) {
        StoredRevision found = revisions.find(name, revision);
        return taken(workbench.work(() -> publishing.publish(found, caller)));
    }

    @PostMapping("/{name:[a-z0-9-]+}:rollback")
    Publication rollBack(@PathVariable String name, Caller caller) {
        return taken(workbench.work(() -> publishing.rollBack(name, caller)));
    }

    /** The node that published need not wait for its next look. */
    private Publication taken(Publication publication) {
        playbooks.look();
        return publication;
    }

    private RevisionAnswer answer(StoredRevision revision) {
        return RevisionAnswer.of(revision, isLive(revision));
    }

    private boolean isLive(StoredRevision revision) {
        return playbooks.publications().stream()
                .map(PolledPlaybooks.Live::playbook)
                .anyMatch(live -> live.name().equals(revision.playbook())
                        && live.revision().equals(revision.revision()));
    }
}
