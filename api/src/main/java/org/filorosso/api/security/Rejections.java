package org.filorosso.api.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.filorosso.api.problem.Kind;
import org.filorosso.api.problem.ProblemWriter;
import org.filorosso.api.problem.Refusal;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.security.web.firewall.RequestRejectedHandler;

/** Answers what Spring's firewall rejects: odd methods, addresses that are not what they seem, hidden characters. */
final class Rejections implements RequestRejectedHandler {
    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

    private final ProblemWriter problems;

    Rejections(ProblemWriter problems) {
        this.problems = problems;
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, RequestRejectedException rejection)
            throws IOException {
        problems.write(response, refusal(request));
    }

    private static Refusal refusal(HttpServletRequest request) {
        if (!METHODS.contains(request.getMethod())) {
            return Refusal.of(Kind.METHOD, "No address takes this method.");
        }
        String path = request.getRequestURI();
        boolean odd = path.contains("%") || path.contains(";") || path.contains("//") || path.contains("\\");
        return odd || path.contains("/.")
                ? Refusal.of(Kind.NOT_FOUND, "Nothing is found at this address: it is not written as ours are.")
                : Refusal.of(Kind.MALFORMED, "A header or parameter holds characters that are not allowed.");
    }
}
