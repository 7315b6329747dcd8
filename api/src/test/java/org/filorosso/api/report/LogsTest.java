package org.filorosso.api.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import org.filorosso.api.fixture.Client.Answer;
import org.filorosso.api.fixture.RunningService;
import org.filorosso.api.fixture.TestDatabase;
import org.filorosso.api.report.PlantedHistory.Said;
import org.filorosso.api.report.PlantedHistory.Scene;
import org.filorosso.api.security.Role;
import org.filorosso.api.store.Database;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Hazards: a column too many or too few, a row outside the period, a subject's name in an analyst's hands, a formula in a
 * cell, half a log that looks whole. Every test has a year of its own.
 */
class LogsTest {

    private static PlantedHistory history(RunningService service) {
        return new PlantedHistory(service.bean(Database.class), "telco");
    }

    private static Answer get(RunningService service, String path) {
        return service.as(Role.ADMIN).get("/v1/logs/" + path);
    }

    @ParameterizedTest
    @EnumSource
    void decisionsHaveARowAResultAndARowForAnEmptyAnswer(TestDatabase database) {
        RunningService service = database.service();
        Said nothing = new Said("holdout", "script test=warm", "new", "{}", "assignment");
        history(service)
                .decision(new Scene("log-2", "1951-03-02T10:00:00Z", "log-b", "email", "outbound"), nothing)
                .decision(
                        new Scene("log-1", "1951-03-01T10:00:00Z", "log-a", "email", "outbound"),
                        new Said("champion", "", "new", "{}", null),
                        PlantedHistory.result(1, "=1+1", "Grow/Internet", 0.25, 80),
                        "[\"tile\",2,\"wifi-mesh\",\"Grow\",\"Internet\",\"T-9\",0.5,10.0,1.2,1.0,6.0,0.75,7.90,1.5,true]")
                .decision(new Scene("log-3", "1951-04-01T00:00:00Z", "log-c", "email", "outbound"), nothing);
        Answer answer = get(service, "decisions?from=1951-03-01T00:00:00Z&to=1951-04-01T00:00:00Z&playbook=telco");
        assertThat(answer.headers().firstValue("content-type")).hasValue("text/csv;charset=utf-8");
        assertThat(answer.text()).isEqualTo("""
                        interactionId,at,subjectId,household,playbook,revision,arm,variants,channel,direction,placement,rank,action,issue,group,treatment,stage,propensity,value,contextWeight,lever,priority,choicePropensity,price,cost,fallback,noActionReason
                        log-1,1951-03-01T10:00:00Z,log-a,h-log-a,telco,abcdef012345,champion,,email,outbound,default,1,'=1+1,Grow,Internet,T-1,new,0.25,80.0,1.0,1.0,20.0,1.0,,0.0,false,
                        log-1,1951-03-01T10:00:00Z,log-a,h-log-a,telco,abcdef012345,champion,,email,outbound,tile,2,wifi-mesh,Grow,Internet,T-9,new,0.5,10.0,1.2,1.0,6.0,0.75,7.90,1.5,true,
                        log-2,1951-03-02T10:00:00Z,log-b,h-log-b,telco,abcdef012345,holdout,script test=warm,email,outbound,,,,,,,new,,,,,,,,,,assignment
                        """);
    }

    @ParameterizedTest
    @EnumSource
    void responsesComeAsCsvAndAsObjects(TestDatabase database) {
        RunningService service = database.service();
        Scene scene = new Scene("log-r", "1952-03-01T10:00:00Z", "log-a", "email", "outbound");
        history(service).response(scene, "wifi-mesh", "accepted", "12.5", "7");
        String period = "from=1952-01-01T00:00:00%2B01:00&to=1953-01-01T00:00:00Z";
        assertThat(get(service, "responses?" + period).text()).isEqualTo("""
                        interactionId,at,subjectId,action,outcome,channel,direction,value,price,reason,key
                        log-r,1952-03-01T10:00:00Z,log-a,wifi-mesh,accepted,email,outbound,12.5,7,,log-rwifi-meshaccepted
                        """);
        assertThat(get(service, "responses?format=ndjson&" + period).text())
                .isEqualTo("{\"interactionId\":\"log-r\",\"at\":\"1952-03-01T10:00:00Z\",\"subjectId\":\"log-a\","
                        + "\"action\":\"wifi-mesh\",\"outcome\":\"accepted\",\"channel\":\"email\","
                        + "\"direction\":\"outbound\",\"value\":12.5,\"price\":7,\"reason\":null,"
                        + "\"key\":\"log-rwifi-meshaccepted\"}\n");
    }

    @ParameterizedTest
    @EnumSource
    void eventsOfAPlaybookAreThoseThatItDeclares(TestDatabase database) {
        RunningService service = database.service();
        history(service)
                .event("log-a", "1953-03-01T10:00:00Z", "complaint-opened", "k1", "{}")
                .event("log-a", "1953-03-02T10:00:00Z", "elsewhere", "k2", "{\"amount\": 2}");
        String period = "from=1953-01-01T00:00:00Z&to=1954-01-01T00:00:00Z";
        assertThat(get(service, "events?" + period).text()).isEqualTo("""
                        subjectId,at,event,key,fields
                        log-a,1953-03-01T10:00:00Z,complaint-opened,k1,{}
                        log-a,1953-03-02T10:00:00Z,elsewhere,k2,"{""amount"": 2}"
                        """);
        assertThat(get(service, "events?playbook=telco&" + period).text()).doesNotContain("elsewhere");
    }

    @ParameterizedTest
    @EnumSource
    void aLogThatBreaksHalfWayBreaksTheConnection(TestDatabase database) {
        RunningService service = database.service();
        PlantedHistory history = history(service);
        for (int i = 0; i < 400; i++) {
            history.decision(
                    new Scene("log-x" + i, "1954-03-01T10:00:00Z", "log-a", "email", "outbound"),
                    Said.USUAL,
                    PlantedHistory.result(1, "wifi-mesh", "Grow/Internet", 0.25, 80));
        }
        history.decision(
                new Scene("log-y", "1954-03-02T10:00:00Z", "log-a", "email", "outbound"), Said.USUAL, "no JSON");
        try {
            assertThatThrownBy(() -> get(service, "decisions?from=1954-01-01T00:00:00Z&to=1955-01-01T00:00:00Z"))
                    .isInstanceOf(UncheckedIOException.class);
        } finally {
            service.bean(Database.class)
                    .sql()
                    .sql("delete from decision where interaction_id = 'log-y'")
                    .update();
        }
    }

    @ParameterizedTest
    @EnumSource
    void everythingWrongWithAnAddressIsToldAtOnce(TestDatabase database) {
        Answer answer = get(
                database.service(),
                "decisions?from=yesterday&to=2026-01-01T00:00:00Z&format=xml&since=3&to=2027-01-01T00:00:00Z");
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().get("errors").findValuesAsString("pointer"))
                .containsExactlyInAnyOrder("/from", "/to", "/format", "/since");
        assertThat(get(database.service(), "events?from=2027-01-01T00:00:00Z&to=2026-01-01T00:00:00Z")
                        .status())
                .isEqualTo(422);
    }

    @ParameterizedTest
    @EnumSource
    void aPseudonymIsTheSameEveryTimeAndTellsNothing(TestDatabase database) {
        Pseudonyms pseudonyms = database.service().bean(Pseudonyms.class);
        String name = pseudonyms.keyed().apply("log-a");
        assertThat(name).matches("p-[0-9a-f]{32}").isEqualTo(pseudonyms.keyed().apply("log-a"));
        assertThat(pseudonyms.keyed().apply("log-b")).isNotEqualTo(name);
    }
}
