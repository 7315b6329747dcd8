package org.filorosso.engine.feel;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/**
 * The names in scope and the slots behind them. Grows while a playbook loads; every name, every distinct history call
 * and every distinct computed header gets one slot. Not safe for use by several threads while it grows.
 */
public final class Names {
    private static final Set<String> KEYWORDS = Set.of(
            "for",
            "return",
            "if",
            "then",
            "else",
            "some",
            "every",
            "satisfies",
            "instance",
            "of",
            "in",
            "function",
            "external",
            "or",
            "and",
            "between",
            "not",
            "null",
            "true",
            "false");

    private final List<Slot> slots = new ArrayList<>();
    private final Map<String, Integer> byName = new HashMap<>();
    private final Map<Slot, Integer> interned = new HashMap<>();
    private final Map<String, List<String>> byFirstWord = new HashMap<>();

    /** Whether a word is one of FEEL's own, so that no name may begin with it. */
    public static boolean isKeyword(String firstWord) {
        return KEYWORDS.contains(firstWord);
    }

    /**
     * Adds a name, or says again what is known of it (a later declaration replaces type and values, and keeps the slot).
     *
     * @param allowed values of a text or list; empty means any
     * @return its slot
     */
    public int declare(String name, Type type, Set<String> allowed) {
        String normal = Texts.normalName(name);
        Slot slot = new Slot.Named(normal, type, allowed);
        Integer known = byName.get(normal);
        if (known != null) {
            slots.set(known, slot);
            return known;
        }
        byName.put(normal, slots.size());
        byFirstWord
                .computeIfAbsent(Texts.firstWord(normal), word -> new ArrayList<>())
                .add(normal);
        return add(slot);
    }

    /** The slot of a name; spaces are as FEEL normalises them, case matters. */
    public OptionalInt find(String name) {
        Integer slot = byName.get(Texts.normalName(name));
        return slot == null ? OptionalInt.empty() : OptionalInt.of(slot);
    }

    /** The slot of a history call: equal calls share one. */
    public int intern(HistoryCall call, Type type) {
        return intern(new Slot.Counted(call, type));
    }

    /** The slot of a computed header: equal expressions share one, and a plain name keeps its own. */
    public int intern(Expr header) {
        if (header instanceof Expr.Name name) {
            return name.slot();
        }
        if (header instanceof Expr.Counted counted) {
            return counted.slot();
        }
        return intern(new Slot.Computed(header));
    }

    public Slot slot(int index) {
        return slots.get(index);
    }

    public int size() {
        return slots.size();
    }

    /** All declared names. */
    public Collection<String> all() {
        return List.copyOf(byName.keySet());
    }

    /** The names that begin with a word, so that a parser need not be told of all. */
    List<String> beginningWith(String firstWord) {
        return byFirstWord.getOrDefault(firstWord, List.of());
    }

    private int intern(Slot slot) {
        return interned.computeIfAbsent(slot, this::add);
    }

    private int add(Slot slot) {
        slots.add(slot);
        return slots.size() - 1;
    }
}
