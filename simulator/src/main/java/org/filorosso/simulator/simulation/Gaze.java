package org.filorosso.simulator.simulation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.filorosso.engine.decide.Request;
import org.filorosso.engine.decide.Request.Explain;
import org.filorosso.engine.decide.Subject;
import org.filorosso.engine.feel.Numbers;
import org.filorosso.engine.playbook.Action;
import org.filorosso.engine.playbook.Direction;
import org.filorosso.simulator.world.ContactTrait;
import org.filorosso.simulator.world.Memory;
import org.filorosso.simulator.world.World;

/** How the world looks at members: it knows what no policy knows. */
final class Gaze {
    private static final int DIGITS = 4;

    private final World world;
    private final Memory memory;
    private final boolean perOffer;
    private final boolean perRank;

    Gaze(Scene scene) {
        this.world = scene.world();
        this.memory = new Memory(scene.playbook());
        this.perOffer = world.reads(ContactTrait.INCOHERENT) || world.reads(ContactTrait.CONTINUES);
        this.perRank = world.reads(ContactTrait.RANK);
    }

    /** A member at an occasion. */
    Sight at(Member member, Occasion occasion, Request request) {
        return new Sight(member, occasion, request);
    }

    /** A member when nobody addresses him: for what he does unasked. */
    World.Look unasked(Member member, Instant now) {
        Map<String, Object> contexts = new HashMap<>();
        contexts.put(ContactTrait.RECENT_CONTACTS.words(), number(memory.recentContacts(member.interactions, now)));
        contexts.put(ContactTrait.SATISFACTION.words(), satisfaction(member));
        contexts.put(ContactTrait.UNWANTED_CHANNEL.words(), false);
        contexts.put(ContactTrait.INCOHERENT.words(), false);
        contexts.put(ContactTrait.CONTINUES.words(), false);
        Request request = new Request("", now, "", Direction.INBOUND, List.of(), contexts, null, Explain.NONE);
        return world.look(member.whole(), request);
    }

    private static Object number(int count) {
        return Numbers.normal(BigDecimal.valueOf(count));
    }

    private static Object satisfaction(Member member) {
        return Numbers.normal(new BigDecimal(member.satisfaction).setScale(DIGITS, RoundingMode.HALF_EVEN));
    }

    /** Whether we come on a channel that is not among those he named, if he named any. */
    static boolean unwanted(Member member, Occasion occasion) {
        return Memory.unwanted(
                member.person.subject().preferredChannels(),
                occasion.direction(),
                occasion.channel().name());
    }

    /** One member at one occasion; what is the same for several offers is looked at once. To be used by one thread. */
    final class Sight {
        private final Member member;
        private final Occasion occasion;
        private final Request request;
        private final Map<Offered, World.Look> looks = new HashMap<>();

        private Sight(Member member, Occasion occasion, Request request) {
            this.member = member;
            this.occasion = occasion;
            this.request = request;
        }

        /** What tells one offer from another to the world. */
        private record Offered(boolean incoherent, boolean continues, int rank) {}

        /** The look at an offer of an action in a place of the answer. */
        World.Look of(Action action, int rank) {
            Offered offered = new Offered(
                    perOffer && incoherent(action),
                    perOffer && memory.continues(member.interactions, action, request.at()),
                    perRank ? rank : 1);
            World.Look known = looks.get(offered);
            if (known != null) {
                return known;
            }
            World.Look any = looks.isEmpty() ? null : looks.values().iterator().next();
            World.Look look = any == null || world.matchesByOffer()
                    ? look(offered)
                    : any.with(offered.incoherent(), offered.continues(), number(offered.rank()));
            looks.put(offered, look);
            return look;
        }

        boolean incoherent(Action action) {
            return memory.incoherent(member.interactions, member.events, action, request.at());
        }

        private World.Look look(Offered offered) {
            Map<String, Object> contexts = new HashMap<>(request.contexts());
            contexts.put(
                    ContactTrait.RECENT_CONTACTS.words(),
                    number(memory.recentContacts(member.interactions, request.at())));
            contexts.put(ContactTrait.UNWANTED_CHANNEL.words(), unwanted(member, occasion));
            contexts.put(ContactTrait.INCOHERENT.words(), offered.incoherent());
            contexts.put(ContactTrait.CONTINUES.words(), offered.continues());
            contexts.put(ContactTrait.RANK.words(), number(offered.rank()));
            contexts.put(ContactTrait.SATISFACTION.words(), satisfaction(member));
            Subject whole = member.whole();
            Request asked = new Request(
                    request.interactionId(),
                    request.at(),
                    request.channel(),
                    request.direction(),
                    List.of(),
                    contexts,
                    null,
                    Explain.NONE);
            return world.look(whole, asked);
        }
    }
}
