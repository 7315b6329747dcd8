package org.filorosso.simulator.log;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.filorosso.engine.decide.Candidate;
import org.filorosso.engine.decide.Decision;
import org.filorosso.engine.decide.Request;
import org.filorosso.engine.decide.StageCode;
import org.filorosso.engine.playbook.Direction;
import org.jspecify.annotations.Nullable;

/** The decision log in the columns of the field's explainability extract: one row a candidate, offered or dropped. */
public final class ExtractLog {
    /** Name of the file in a log's folder. */
    public static final String FILE = "extract.csv";

    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);
    private static final int STEP = 100;

    private final ZoneId zone;

    /** @param zone in which times are written */
    public ExtractLog(ZoneId zone) {
        this.zone = zone;
    }

    public static String header() {
        return new CsvText()
                .row(
                        "pxInteractionID",
                        "pxDecisionTime",
                        "Primary_pySubjectID",
                        "pyIssue",
                        "pyGroup",
                        "pyName",
                        "Primary_ContainerPayload_Channel",
                        "Primary_ContainerPayload_Direction",
                        "FinalPropensity",
                        "Value",
                        "ContextWeight",
                        "Weight",
                        "Priority",
                        "Stage_pyStageGroup",
                        "Stage_pyName",
                        "Stage_pyOrder",
                        "pxRecordType",
                        "pxComponentName",
                        "pxComponentType",
                        "pxStrategyName")
                .toString();
    }

    /** The rows of one decision that was made with explanation. */
    public String rows(Request request, Decision decision) {
        CsvText csv = new CsvText();
        decision.candidates().forEach(candidate -> row(csv, request, decision, candidate));
        return csv.toString();
    }

    private void row(CsvText csv, Request request, Decision decision, Candidate candidate) {
        csv.text(decision.interactionId())
                .text(SECONDS.format(decision.at().atZone(zone)))
                .text(decision.subjectId())
                .text(candidate.issue())
                .text(candidate.group())
                .text(candidate.action())
                .text(request.channel())
                .text(request.direction() == Direction.INBOUND ? "Inbound" : "Outbound");
        factors(csv, candidate);
        Candidate.Why why = candidate.why();
        csv.text(group(candidate))
                .text(candidate.offered() ? "Output" : candidate.stage().code())
                .number(order(candidate))
                .text(candidate.offered() ? "OUTPUT" : "FILTERED_OUT")
                .text(component(why))
                .text("Rule")
                .text(decision.playbook())
                .end();
    }

    private static void factors(CsvText csv, Candidate candidate) {
        Decision.Factors factors = candidate.factors();
        if (factors == null) {
            csv.text("").text("").text("").text("");
        } else {
            csv.number(factors.propensity())
                    .number(factors.value())
                    .number(factors.contextWeight())
                    .number(factors.lever());
        }
        csv.number(candidate.priority());
    }

    /** 100 for the first stage, 200 for the second ... and what is offered after the last. */
    private static int order(Candidate candidate) {
        List<StageCode> stages = List.of(StageCode.values());
        return STEP * (1 + (candidate.offered() ? stages.size() : stages.indexOf(candidate.stage())));
    }

    private static String group(Candidate candidate) {
        if (candidate.offered()) {
            return "Output";
        }
        return switch (candidate.stage()) {
            case ELIGIBILITY, APPLICABILITY, SUITABILITY -> "EngagementPolicies";
            case ARBITRATION -> "Arbitration";
            case CONTACT_POLICY, COHERENCE, JOURNEY -> "ContactPolicies";
            default -> "Availability";
        };
    }

    private static String component(Candidate.@Nullable Why why) {
        return why == null ? "Output" : why.rule();
    }
}
