package org.filorosso.engine.playbook;

import java.util.Arrays;
import java.util.function.IntConsumer;

/**
 * A set of actions by their index in the {@link Catalogue}, as bits: the whole arithmetic of dropping candidates. Sets of
 * a playbook are never changed after loading; a decision works on copies.
 */
public final class ActionSet {

    private final long[] words;

    private ActionSet(long[] words) {
        this.words = words;
    }

    /** An empty set for actions {@code 0 .. size-1}. */
    public static ActionSet none(int size) {
        return new ActionSet(new long[(size + 63) >>> 6]);
    }

    /** The full set of actions {@code 0 .. size-1}. */
    public static ActionSet all(int size) {
        ActionSet set = none(size);
        Arrays.fill(set.words, -1L);
        if ((size & 63) != 0) {
            set.words[set.words.length - 1] = (1L << (size & 63)) - 1;
        }
        return set;
    }

    public static ActionSet of(int size, int... actions) {
        ActionSet set = none(size);
        for (int action : actions) {
            set.add(action);
        }
        return set;
    }

    public ActionSet copy() {
        return new ActionSet(words.clone());
    }

    public boolean contains(int action) {
        return (words[action >>> 6] & (1L << (action & 63))) != 0;
    }

    public void add(int action) {
        words[action >>> 6] |= 1L << (action & 63);
    }

    public void remove(int action) {
        words[action >>> 6] &= ~(1L << (action & 63));
    }

    public void addAll(ActionSet other) {
        for (int i = 0; i < words.length; i++) {
            words[i] |= other.words[i];
        }
    }

    public void removeAll(ActionSet other) {
        for (int i = 0; i < words.length; i++) {
            words[i] &= ~other.words[i];
        }
    }

    public void retainAll(ActionSet other) {
        for (int i = 0; i < words.length; i++) {
            words[i] &= other.words[i];
        }
    }

    /** Removes the actions of {@code other} that are not in {@code kept}. */
    public void removeAllBut(ActionSet other, ActionSet kept) {
        for (int i = 0; i < words.length; i++) {
            words[i] &= ~(other.words[i] & ~kept.words[i]);
        }
    }

    /** The lowest action, or -1 of an empty set. */
    public int first() {
        for (int i = 0; i < words.length; i++) {
            if (words[i] != 0) {
                return (i << 6) + Long.numberOfTrailingZeros(words[i]);
            }
        }
        return -1;
    }

    public void clear() {
        Arrays.fill(words, 0L);
    }

    public boolean isEmpty() {
        for (long word : words) {
            if (word != 0) {
                return false;
            }
        }
        return true;
    }

    public boolean intersects(ActionSet other) {
        for (int i = 0; i < words.length; i++) {
            if ((words[i] & other.words[i]) != 0) {
                return true;
            }
        }
        return false;
    }

    public int size() {
        int size = 0;
        for (long word : words) {
            size += Long.bitCount(word);
        }
        return size;
    }

    /** Calls {@code each} with every action of the set, ascending. */
    public void forEach(IntConsumer each) {
        for (int i = 0; i < words.length; i++) {
            for (long word = words[i]; word != 0; word &= word - 1) {
                each.accept((i << 6) + Long.numberOfTrailingZeros(word));
            }
        }
    }

    /** The actions of the set, ascending. */
    public int[] toArray() {
        int[] actions = new int[size()];
        int next = 0;
        for (int i = 0; i < words.length; i++) {
            for (long word = words[i]; word != 0; word &= word - 1) {
                actions[next++] = (i << 6) + Long.numberOfTrailingZeros(word);
            }
        }
        return actions;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ActionSet set && Arrays.equals(words, set.words);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(words);
    }

    @Override
    public String toString() {
        return Arrays.toString(toArray());
    }
}
