package org.filorosso.api.subject;

import java.util.List;

/**
 * Every table that holds something of a subject, and how. Whoever adds a table with a column of subjects adds it here: a
 * test compares this with the schema.
 */
final class SubjectTables {
    private SubjectTables() {}

    /**
     * A table.
     *
     * @param column in which the subject's id stands
     * @param order by which rows are handed out
     */
    record Rows(String table, String column, String columns, String order) {}

    /** What these hold stands in others too: it is forgotten with a subject, and not handed out twice. */
    static final List<String> DERIVED = List.of("history_page");

    /** In the order in which they are handed out. */
    static final List<Rows> ALL = List.of(
            new Rows("subject_alias", "subject_id", "alias", "alias"),
            new Rows("subject_stage", "subject_id", "playbook, stage, since", "playbook"),
            new Rows(
                    "consent_entry",
                    "subject_id",
                    "purpose, granted, at, source, until, recorded_at, recorded_by",
                    "at"),
            new Rows("list_member", "member", "list", "list"),
            new Rows("quote", "subject_id", "action, interaction_id, playbook, price, channel, at, until", "at"),
            new Rows(
                    "decision",
                    "subject_id",
                    "interaction_id, at, household, playbook, revision, arm, variants, channel, direction, stage,"
                            + " results, no_action_reason, degraded, facts",
                    "at"),
            new Rows(
                    "interaction",
                    "subject_id",
                    "at, recorded_at, interaction_id, action, outcome, channel, direction, rank, playbook, revision,"
                            + " stage, treatment, amount, price, reason, resume_at, team, offered, granted, response_key",
                    "at"),
            new Rows("event", "subject_id", "at, recorded_at, event, event_key, fields", "at"),
            new Rows("event_key", "subject_id", "event, event_key, at", "at"),
            new Rows(
                    "run_contact",
                    "subject_id",
                    "run_id, channel, action, treatment, placement, priority, price, cost, interaction_id, state, why",
                    "run_id"));
}
