package org.filorosso.api.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.function.IntSupplier;
import org.filorosso.api.problem.Kind;
import org.filorosso.api.problem.ProblemWriter;
import org.filorosso.api.problem.Refusal;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses at once what would only wait: when more requests wait for a thread than the service can soon serve, the one that
 * got a thread gives it back. Cheap, before anybody is asked who he is, so that the queue is short again in no time.
 */
final class OverloadFilter extends OncePerRequestFilter {
    private final IntSupplier waiting;
    private final int most;
    private final ProblemWriter problems;

    /**
     * @param waiting how many requests wait for a thread now
     * @param most how many may
     */
    OverloadFilter(IntSupplier waiting, int most, ProblemWriter problems) {
        this.waiting = waiting;
        this.most = most;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (waiting.getAsInt() > most) {
            problems.write(
                    response,
                    Refusal.of(Kind.UNAVAILABLE, "Too many requests wait already.")
                            .retryAfter(1));
            return;
        }
        chain.doFilter(request, response);
    }
}
