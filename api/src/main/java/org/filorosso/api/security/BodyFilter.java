package org.filorosso.api.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.filorosso.api.problem.Kind;
import org.filorosso.api.problem.Refusal;
import org.springframework.web.filter.OncePerRequestFilter;

/** Holds every body to the length of its route while it is read, whatever the caller says of its length. */
final class BodyFilter extends OncePerRequestFilter {
    private final Duration upload;

    /** @param upload how long a body of limited length may take to arrive */
    BodyFilter(Duration upload) {
        this.upload = upload;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Route route = Gate.route(request);
        if (route == null) {
            chain.doFilter(request, response);
            return;
        }
        String encoding = request.getHeader("Content-Encoding");
        if (encoding != null && !encoding.equalsIgnoreCase("identity")) {
            throw Refusal.of(Kind.MEDIA_TYPE, "The body is packed (Content-Encoding). Maybe send it as it is.");
        }
        if (request.getContentLengthLong() > route.longest()) {
            throw BodyStream.tooLarge(route.longest());
        }
        chain.doFilter(new Limited(request, route.longest()), response);
    }

    private final class Limited extends HttpServletRequestWrapper {
        private final long longest;

        Limited(HttpServletRequest request, long longest) {
            super(request);
            this.longest = longest;
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            return new BodyStream(super.getInputStream(), longest, upload);
        }

        @Override
        public BufferedReader getReader() throws IOException {
            return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
        }
    }
}
