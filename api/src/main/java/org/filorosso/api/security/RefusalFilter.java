package org.filorosso.api.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.filorosso.api.problem.Kind;
import org.filorosso.api.problem.ProblemWriter;
import org.filorosso.api.problem.Refusal;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.filter.OncePerRequestFilter;

/** Answers what the filters behind it refuse. */
final class RefusalFilter extends OncePerRequestFilter {
    private final ProblemWriter problems;
    private final Routes routes;

    RefusalFilter(ProblemWriter problems, Routes routes) {
        this.problems = problems;
        this.routes = routes;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (AuthenticationServiceException e) {
            problems.write(
                    response,
                    Refusal.of(Kind.UNAVAILABLE, "The identity provider cannot be reached.")
                            .retryAfter(5));
        } catch (Refusal e) {
            if (e.kind() == Kind.METHOD) {
                response.setHeader("Allow", String.join(", ", routes.methods(Gate.path(request))));
            }
            problems.write(response, e);
        }
    }

    /** Nobody known is calling. */
    void unknown(HttpServletRequest request, HttpServletResponse response, AuthenticationException e)
            throws IOException {
        response.setHeader("WWW-Authenticate", "Bearer");
        String detail = request.getHeader("Authorization") == null
                ? "Send a key. Maybe the header Authorization: Bearer fr_<id>.<secret>."
                : "The key or token does not open anything: it is unknown, expired, taken back or not for us.";
        problems.write(response, Refusal.of(Kind.UNAUTHENTICATED, detail));
    }

    /** Somebody known, who may not. */
    void forbidden(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Route route = Gate.route(request);
        String roles = route == null
                ? ""
                : " Maybe use a key of "
                        + String.join(
                                " or ", route.roles().stream().map(Role::code).toList())
                        + ".";
        problems.write(response, Refusal.of(Kind.FORBIDDEN, "The role of this key may not do this." + roles));
    }
}
