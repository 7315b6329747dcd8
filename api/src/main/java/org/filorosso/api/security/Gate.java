package org.filorosso.api.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.function.Supplier;
import org.filorosso.api.problem.Kind;
import org.filorosso.api.problem.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.PathContainer;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.web.util.ServletRequestPathUtils;

/** Lets a caller through to the operations that the table of routes gives to his role. */
final class Gate implements AuthorizationManager<RequestAuthorizationContext> {
    private static final String ROUTE = Gate.class.getName() + ".route";
    private static final String CALLER = Gate.class.getName() + ".caller";

    private final Routes routes;

    Gate(Routes routes) {
        this.routes = routes;
    }

    @Override
    public AuthorizationDecision authorize(
            Supplier<? extends @Nullable Authentication> who, RequestAuthorizationContext context) {
        HttpServletRequest request = context.getRequest();
        Optional<Route> route = routes.of(request.getMethod(), path(request));
        route.ifPresent(found -> request.setAttribute(ROUTE, found));
        return new AuthorizationDecision(who.get() instanceof Known known && passes(known, route, request));
    }

    private boolean passes(Known known, Optional<Route> route, HttpServletRequest request) {
        if (route.isEmpty()) {
            // only to those who are known: nobody else learns which addresses there are
            boolean elsewhere = !routes.methods(path(request)).isEmpty();
            throw Refusal.of(
                    elsewhere ? Kind.METHOD : Kind.NOT_FOUND,
                    elsewhere
                            ? "This address takes other methods. The header Allow names them."
                            : "Nothing is found at this address. Maybe look it up in /v3/api-docs.");
        }
        Optional<Caller> caller = known.acting(route.get().roles());
        caller.ifPresent(acting -> request.setAttribute(CALLER, acting));
        return caller.isPresent();
    }

    /** Whether the operation needs no key. */
    static boolean open(Routes routes, HttpServletRequest request) {
        return routes.of(request.getMethod(), path(request)).filter(Route::open).isPresent();
    }

    /** The path of a request, as controllers are found by it. */
    static PathContainer path(HttpServletRequest request) {
        return ServletRequestPathUtils.parse(request).pathWithinApplication();
    }

    /** The operation that is called; null before the gate and for what is none. */
    static @Nullable Route route(HttpServletRequest request) {
        return (Route) request.getAttribute(ROUTE);
    }

    /** Who was let through; null where nobody need be known. */
    static @Nullable Caller caller(HttpServletRequest request) {
        return (Caller) request.getAttribute(CALLER);
    }
}
