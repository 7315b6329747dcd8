package org.filorosso.api.security;

import jakarta.servlet.DispatcherType;
import org.filorosso.api.problem.Kind;
import org.filorosso.api.problem.ProblemWriter;
import org.filorosso.api.problem.Refusal;
import org.springframework.boot.security.autoconfigure.actuate.web.servlet.EndpointRequest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** The ways into the service: its own port, the operator's port, and nothing else. */
@Configuration(proxyBeanMethods = false)
class Chains {
    private static final String POLICY =
            "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

    /** The operations, for those who are known by a key or a token. */
    @Bean
    @Order(2)
    SecurityFilterChain operations(HttpSecurity http, Bearers bearers, ProblemWriter problems, LimitSettings limits) {
        RefusalFilter refusals = new RefusalFilter(problems, Routes.ALL);
        return plain(http.securityMatcher("/v1/**"))
                .addFilterAfter(refusals, HeaderWriterFilter.class)
                .addFilterAfter(new RateFilter(limits.requestsPerSecond()), AuthorizationFilter.class)
                .addFilterAfter(new BodyFilter(limits.upload()), RateFilter.class)
                .oauth2ResourceServer(server -> server.authenticationManagerResolver(request -> bearers)
                        .authenticationEntryPoint(refusals::unknown)
                        .accessDeniedHandler((request, response, e) -> refusals.forbidden(request, response)))
                .authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(
                                DispatcherType.ASYNC, DispatcherType.ERROR, DispatcherType.FORWARD)
                        .permitAll()
                        .anyRequest()
                        .access(new Gate(Routes.ALL)))
                .build();
    }

    /** Health and metrics, which only the management port has. */
    @Bean
    @Order(1)
    SecurityFilterChain management(HttpSecurity http) {
        return plain(http.securityMatcher(EndpointRequest.toAnyEndpoint()))
                .authorizeHttpRequests(requests -> requests.requestMatchers(EndpointRequest.to("health", "prometheus"))
                        .permitAll()
                        .anyRequest()
                        .denyAll())
                .build();
    }

    /** What needs no key, and whatever else is called beside the operations: not found. */
    @Bean
    @Order(3)
    SecurityFilterChain rest(HttpSecurity http, ProblemWriter problems, LimitSettings limits) {
        Refusal nothing =
                Refusal.of(Kind.NOT_FOUND, "Nothing is found at this address. Maybe look it up in /v3/api-docs.");
        return plain(http)
                .addFilterAfter(new RefusalFilter(problems, Routes.ALL), HeaderWriterFilter.class)
                .addFilterAfter(new RateFilter(limits.requestsPerSecond()), AuthorizationFilter.class)
                .exceptionHandling(failures -> failures.authenticationEntryPoint(
                                (request, response, e) -> problems.write(response, nothing))
                        .accessDeniedHandler((request, response, e) -> problems.write(response, nothing)))
                .authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR)
                        .permitAll()
                        .requestMatchers(request -> Gate.open(Routes.ALL, request))
                        .permitAll()
                        .anyRequest()
                        .denyAll())
                .build();
    }

    private static HttpSecurity plain(HttpSecurity http) {
        return http.csrf(AbstractHttpConfigurer::disable) // no cookie is ever looked at
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(POLICY))
                        .referrerPolicy(policy -> policy.policy(ReferrerPolicy.NO_REFERRER))
                        .crossOriginOpenerPolicy(policy -> policy.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
                        .crossOriginResourcePolicy(policy -> policy.policy(CrossOriginResourcePolicy.SAME_ORIGIN)));
    }
}
