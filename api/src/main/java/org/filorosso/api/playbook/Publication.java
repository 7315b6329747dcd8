package org.filorosso.api.playbook;

import java.time.Instant;

/**
 * A revision going live.
 *
 * @param version counts the publications of the playbook, from 1
 */
public record Publication(String playbook, String revision, long version, Instant publishedAt, String publishedBy) {}
