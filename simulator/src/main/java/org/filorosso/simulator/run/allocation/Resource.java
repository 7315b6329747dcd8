package org.filorosso.simulator.run.allocation;

/**
 * Something of which there is only so much.
 *
 * @param kind what it is, such as {@code channel}, {@code action} or {@code budget}
 * @param name unique in its kind
 * @param left units left, at least 0: contacts, acceptances, or money in millionths
 */
public record Resource(String kind, String name, long left) {

    public Resource {
        if (left < 0) {
            throw new IllegalArgumentException("What is left of " + kind + " " + name + " must not be " + left);
        }
    }
}
