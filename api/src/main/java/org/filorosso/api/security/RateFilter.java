package org.filorosso.api.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.filorosso.api.problem.Kind;
import org.filorosso.api.problem.Refusal;
import org.springframework.web.filter.OncePerRequestFilter;

/** Gives every caller so many requests a second on this node, with a second's worth at once. */
final class RateFilter extends OncePerRequestFilter {
    private final int perSecond;
    private final Cache<String, Bucket> buckets = Caffeine.newBuilder()
            .maximumSize(10_000)
            .expireAfterAccess(Duration.ofMinutes(10))
            .build();

    /** @param perSecond at least 1 */
    RateFilter(int perSecond) {
        this.perSecond = perSecond;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Caller caller = Gate.caller(request);
        // those who need no key share one bucket
        ConsumptionProbe probe =
                buckets.get(caller == null ? "" : caller.id(), id -> bucket()).tryConsumeAndReturnRemaining(1);
        response.setHeader("RateLimit", "\"second\";r=" + probe.getRemainingTokens() + ";t=1");
        if (!probe.isConsumed()) {
            throw Refusal.of(Kind.TOO_MANY, "A caller may ask " + perSecond + " times a second.")
                    .retryAfter(1);
        }
        chain.doFilter(request, response);
    }

    private Bucket bucket() {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(perSecond).refillGreedy(perSecond, Duration.ofSeconds(1)))
                .build();
    }
}
