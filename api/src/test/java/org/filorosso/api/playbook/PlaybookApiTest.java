package org.filorosso.api.playbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.filorosso.api.fixture.Client;
import org.filorosso.api.fixture.Client.Answer;
import org.filorosso.api.fixture.TestDatabase;
import org.filorosso.api.security.Caller;
import org.filorosso.api.security.Role;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** Hazards: somebody publishes alone, what was not looked at, or what fails its own tests; an address is taken for another. */
class PlaybookApiTest {
    private static final String REVISIONS = "/revisions/";

    @TempDir
    Path temp;

    private static String path(String name) {
        return "/v1/playbooks/" + name;
    }

    private String uploaded(TestDatabase database, String name, Path folder) {
        Answer answer = Upload.zip(database.service().as(Role.MARKETER), name, Upload.zip(folder));
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.json().path("revision").stringValue();
    }

    private static Answer approve(TestDatabase database, String name, String revision) {
        return database.service().as(Role.APPROVER).post(path(name) + REVISIONS + revision + ":approve", "");
    }

    private static Answer publish(TestDatabase database, String name, String revision) {
        return database.service().as(Role.APPROVER).post(path(name) + REVISIONS + revision + ":publish", "");
    }

    private static String live(TestDatabase database, String name) {
        return database.service().bean(PolledPlaybooks.class).named(name).revision();
    }

    @ParameterizedTest
    @EnumSource
    void aDraftIsApprovedByAnotherPublishedAndRolledBack(TestDatabase database) {
        Path folder = Playbooks.starter(temp, "way");
        String first = uploaded(database, "way", folder);
        assertThat(publish(database, "way", first).status()).isEqualTo(409);
        assertThat(approve(database, "way", first).json().path("status").stringValue())
                .isEqualTo("approved");
        Answer published = publish(database, "way", first.substring(0, 12));
        assertThat(published.status()).as(published.text()).isEqualTo(200);
        assertThat(live(database, "way")).isEqualTo(first);
        String second = uploaded(database, "way", Playbooks.titled(folder, "Second"));
        approve(database, "way", second);
        assertThat(publish(database, "way", second).json().path("version").intValue())
                .isEqualTo(2);
        Answer back = database.service().as(Role.APPROVER).post(path("way") + ":rollback", "");
        assertThat(back.json().path("revision").stringValue()).isEqualTo(first);
        assertThat(live(database, "way")).isEqualTo(first);
    }

    @ParameterizedTest
    @EnumSource
    void nothingIsRolledBackThatWasLiveOnce(TestDatabase database) {
        String only = uploaded(database, "once", Playbooks.starter(temp, "once"));
        assertThat(database.service()
                        .as(Role.APPROVER)
                        .post(path("once") + ":rollback", "")
                        .status())
                .isEqualTo(409);
        approve(database, "once", only);
        publish(database, "once", only);
        assertThat(database.service()
                        .as(Role.APPROVER)
                        .post(path("once") + ":rollback", "")
                        .status())
                .isEqualTo(409);
    }

    @ParameterizedTest
    @EnumSource
    void everyProblemIsTold(TestDatabase database) {
        Path folder = Playbooks.starter(temp, "faulty");
        byte[] good = Upload.zip(folder);
        Playbooks.edit(folder.resolve("actions.csv"), "15,0,", "fifteen,0,");
        Playbooks.edit(folder.resolve("channels.csv"), "app,inbound", "app,sideways");
        Answer answer = Upload.zip(database.service().as(Role.MARKETER), "faulty", Zips.folder(folder));
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().path("code").stringValue()).isEqualTo("API-PLAYBOOK");
        List<JsonNode> errors = answer.json()
                .path("errors")
                .valueStream()
                .filter(error ->
                        error.path("place").path("severity").stringValue().equals("error"))
                .toList();
        assertThat(errors)
                .extracting(error -> error.path("place").path("file").stringValue())
                .contains("actions.csv", "channels.csv");
        assertThat(errors).allSatisfy(error -> {
            assertThat(error.path("place").path("line").intValue()).isPositive();
            assertThat(error.path("place").path("code").stringValue()).startsWith("PB-");
            assertThat(error.path("message").stringValue()).isNotBlank();
        });
        assertThat(Upload.zip(database.service().as(Role.MARKETER), "other", good)
                        .status())
                .isEqualTo(422);
    }

    @ParameterizedTest
    @EnumSource
    void aWorkbookIsTheSameRevisionAsItsFolder(TestDatabase database) {
        Client marketer = database.service().as(Role.MARKETER);
        Path folder = Playbooks.starter(temp, "forms");
        String revision = uploaded(database, "forms", folder);
        Answer again = Upload.workbook(marketer, "forms", Upload.workbook(folder));
        assertThat(again.status()).as(again.text()).isEqualTo(200);
        assertThat(again.json().path("revision").stringValue()).isEqualTo(revision);
        for (String suffix : List.of(".zip", ".xlsx")) {
            byte[] file = marketer.bytes(path("forms") + REVISIONS + revision + suffix);
            CheckedPlaybook read = CheckedPlaybook.read(file, "forms" + suffix, java.time.LocalDate.EPOCH);
            assertThat(read.orRefuse().revision()).isEqualTo(revision);
        }
    }

    @ParameterizedTest
    @EnumSource
    void addressesWithDotsAndColonsAreNotTakenForEachOther(TestDatabase database) {
        Client marketer = database.service().as(Role.MARKETER);
        String revision = uploaded(database, "paths", Playbooks.starter(temp, "paths"));
        String one = path("paths") + REVISIONS + revision;
        assertThat(marketer.get(one).json().path("status").stringValue()).isEqualTo("draft");
        assertThat(marketer.get(one.substring(0, one.length() - 52))
                        .json()
                        .path("revision")
                        .stringValue())
                .isEqualTo(revision);
        assertThat(marketer.get(one + ".zip").headers().firstValue("Content-Type"))
                .contains("application/zip");
        assertThat(marketer.get(one + ".xlsx")
                        .headers()
                        .firstValue("Content-Disposition")
                        .orElse(""))
                .contains("paths-" + revision.substring(0, 12) + ".xlsx");
        for (String wrong : List.of(".csv", ".zip.xlsx", ":test", ":approve/x", "/..%2f", "%00", "x")) {
            assertThat(marketer.get(one + wrong).status()).as(wrong).isBetween(400, 405);
        }
        assertThat(marketer.get(path("paths") + REVISIONS + "0123456789ab").status())
                .isEqualTo(404);
        assertThat(marketer.get(path("paths") + REVISIONS + revision.substring(0, 4))
                        .status())
                .isEqualTo(404);
        assertThat(marketer.get(path("nobody") + "/revisions").status()).isEqualTo(404);
        assertThat(marketer.get(path("paths") + "/revisions?limit=0").status()).isEqualTo(422);
        assertThat(marketer.get(path("paths") + "/revisions")
                        .json()
                        .path("items")
                        .size())
                .isOne();
        assertThat(marketer.get("/v1/playbooks").text()).contains("\"paths\"", "\"telco\"");
    }

    @ParameterizedTest
    @EnumSource
    void oneOfTwoApprovalsAtOnceSucceeds(TestDatabase database) {
        String revision = uploaded(database, "twice", Playbooks.starter(temp, "twice"));
        List<CompletableFuture<Integer>> approvals = IntStream.range(0, 4)
                .mapToObj(n -> CompletableFuture.supplyAsync(
                        () -> approve(database, "twice", revision).status()))
                .toList();
        assertThat(approvals.stream().map(CompletableFuture::join)).containsExactlyInAnyOrder(200, 409, 409, 409);
    }

    @ParameterizedTest
    @EnumSource
    void anApprovalIsOfTheContentThatWasLookedAt(TestDatabase database) {
        Path folder = Playbooks.starter(temp, "edited");
        String first = uploaded(database, "edited", folder);
        String edited = uploaded(database, "edited", Playbooks.titled(folder, "Edited"));
        Client approver = database.service().as(Role.APPROVER);
        String digest = approver.get(path("edited") + REVISIONS + first)
                .json()
                .path("digest")
                .stringValue();
        String address = path("edited") + REVISIONS + edited + ":approve";
        assertThat(approver.post(address, "{'digest': '" + digest + "'}").status())
                .isEqualTo(409);
        assertThat(approve(database, "edited", first).status()).isEqualTo(200);
        assertThat(publish(database, "edited", edited).status()).isEqualTo(409);
    }

    @ParameterizedTest
    @EnumSource
    void whatWasChangedInTheDatabaseIsNotPublished(TestDatabase database) {
        String revision = uploaded(database, "forged", Playbooks.starter(temp, "forged"));
        approve(database, "forged", revision);
        database.service()
                .bean(org.filorosso.api.store.Database.class)
                .sql()
                .sql("update playbook_revision set content = ? where revision = ?")
                .params(Upload.zip(Playbooks.titled(temp.resolve("forged"), "Forged")), revision)
                .update();
        assertThat(publish(database, "forged", revision).status()).isEqualTo(409);
    }

    @ParameterizedTest
    @EnumSource
    void whatFailsItsOwnTestsIsNotPublished(TestDatabase database) throws Exception {
        Path folder = Playbooks.starter(temp, "failing");
        Playbooks.edit(folder.resolve("tests/stories.yaml"), "top: loyalty-discount", "top: check-in");
        String failing = uploaded(database, "failing", folder);
        approve(database, "failing", failing);
        Answer refused = publish(database, "failing", failing);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("tests/stories.yaml");
        Answer tested = database.service().as(Role.MARKETER).post(path("failing") + REVISIONS + failing + ":test", "");
        assertThat(tested.json().path("failed").intValue()).isEqualTo(1);
        assertThat(tested.json().path("coverage").path("percent").doubleValue()).isPositive();
        Files.delete(folder.resolve("tests/stories.yaml"));
        String untested = uploaded(database, "failing", folder);
        approve(database, "failing", untested);
        assertThat(publish(database, "failing", untested).text()).contains("golden customers");
    }

    @ParameterizedTest
    @EnumSource
    void tellsWhatDiffers(TestDatabase database) {
        Path folder = Playbooks.starter(temp, "differing");
        String before = uploaded(database, "differing", folder);
        Playbooks.edit(folder.resolve("actions.csv"), "more data,60,5,7", "more data,60,5,8");
        Playbooks.edit(folder.resolve("tests/stories.yaml"), "more-data: 7", "more-data: 8");
        String after = uploaded(database, "differing", folder);
        JsonNode diff = database.service()
                .as(Role.MARKETER)
                .get(path("differing") + REVISIONS + before + "/diff/" + after)
                .json();
        JsonNode row = diff.path("rows").path("tables").path(0).path("rows").path(0);
        assertThat(row.path("kind").stringValue()).isEqualTo("changed");
        assertThat(row.path("cells").path(0).path("to").stringValue()).isEqualTo("8");
    }

    @ParameterizedTest
    @EnumSource
    void nobodyApprovesOrPublishesHisOwn(TestDatabase database) {
        Publishing publishing = database.service().bean(Publishing.class);
        Caller both = new Caller("both", Role.APPROVER);
        CheckedPlaybook checked = CheckedPlaybook.read(Playbooks.starter(temp, "own"), publishing.today());
        StoredRevision own = publishing.upload(checked, both, "").revision();
        assertThat(refusal(() -> publishing.approve(own, both, null))).isEqualTo(409);
        StoredRevision approved = publishing.approve(own, new Caller("other", Role.APPROVER), null);
        assertThat(refusal(() -> publishing.publish(approved, both))).isEqualTo(409);
    }

    private static int refusal(Runnable act) {
        try {
            act.run();
            return 200;
        } catch (org.filorosso.api.problem.Refusal e) {
            return e.kind().status();
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatIsTooLargeOrNoPlaybookIsRefused(TestDatabase database) {
        Client marketer = database.service().as(Role.MARKETER);
        assertThat(Upload.zip(marketer, "large", new byte[5 * 1024 * 1024 + 1]).status())
                .isEqualTo(413);
        assertThat(Upload.zip(marketer, "empty", new byte[0]).status()).isEqualTo(422);
        assertThat(marketer.send("POST", path("json") + "/revisions", "application/json", BodyPublishers.ofString("{}"))
                        .status())
                .isEqualTo(415);
        assertThat(Upload.zip(marketer, "Upper%20Case", new byte[0]).status()).isEqualTo(422);
    }
}
