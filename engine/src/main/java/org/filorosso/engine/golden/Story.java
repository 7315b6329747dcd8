package org.filorosso.engine.golden;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.filorosso.engine.decide.Decision;
import org.filorosso.engine.decide.Engine;
import org.filorosso.engine.playbook.Direction;
import org.filorosso.engine.playbook.io.GoldenCustomer;
import org.filorosso.engine.playbook.io.GoldenReader;
import org.filorosso.engine.playbook.io.Problems;

/** A customer, and where and when he meets the company. Every call gives a new one. */
public final class Story {
    private final Engine engine;
    private final GivenCustomer customer;
    private final Map<String, Object> context;

    Story(Engine engine, GivenCustomer customer) {
        this(engine, customer, Map.of());
    }

    private Story(Engine engine, GivenCustomer customer, Map<String, Object> context) {
        this.engine = engine;
        this.customer = customer;
        this.context = context;
    }

    /** The time in the playbook's zone, as in {@code 2026-03-02T10:15}. */
    public Story at(String time) {
        return new Story(engine, customer.and("at", time), context);
    }

    public Story on(String channel) {
        return with("channel", channel);
    }

    public Story inbound() {
        return with("direction", Direction.INBOUND.code());
    }

    public Story outbound() {
        return with("direction", Direction.OUTBOUND.code());
    }

    /** The placements asked for, in order; without this call all of the channel. */
    public Story placements(String... names) {
        return with("placements", Arrays.asList(names));
    }

    /** An attribute of the context. */
    public Story with(String key, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(context);
        more.put(key, value);
        return new Story(engine, customer, more);
    }

    /**
     * The decision.
     *
     * @throws IllegalArgumentException if the story names what the playbook has not, or lacks something
     */
    public Decision decide() {
        Problems problems = new Problems();
        GivenCustomer whole = customer.and("context", context).and("name", "story");
        GoldenCustomer told = GoldenReader.story(whole.story(), engine.playbook(), problems);
        if (told == null) {
            throw refused(problems);
        }
        return engine.decide(told.subject(), told.request(), told.state());
    }

    /**
     * Decides, so that the end can be checked.
     *
     * @throws IllegalArgumentException as {@link #decide()}
     */
    public Ending expect() {
        return new Ending(engine.playbook(), decide());
    }

    static IllegalArgumentException refused(Problems problems) {
        List<String> lines = problems.all().stream().map(Object::toString).toList();
        return new IllegalArgumentException("The story cannot be told:\n" + String.join("\n", lines));
    }
}
