package org.filorosso.api.security;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What callers may take, under {@code filorosso.limits}.
 *
 * @param requestsPerSecond of one key or token's subject, on one node
 * @param waiting requests that may wait for a thread; more are refused at once
 * @param upload how long a body of limited length may take to arrive
 */
@ConfigurationProperties("filorosso.limits")
public record LimitSettings(
        @DefaultValue("10000") int requestsPerSecond,
        @DefaultValue("200") int waiting,
        @DefaultValue("10s") Duration upload) {}
