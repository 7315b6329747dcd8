package org.filorosso.simulator.fleet;

/** What a station answers: a result, or why it refuses. A refusal is an answer, so that no cluster tries it again. */
public final class Answer {

    private Answer() {}

    /** A result. */
    public static byte[] of(byte[] body) {
        return new WireWriter().number(0).bytes(body).done();
    }

    /** @param code exit code that the command ends with, not 0 */
    public static byte[] refused(int code, String message) {
        return new WireWriter().number(code).text(message).done();
    }

    /**
     * The result of an answer.
     *
     * @throws FleetException if it is a refusal
     */
    public static byte[] result(byte[] answer) {
        WireReader in = new WireReader(answer);
        int code = (int) in.number();
        if (code != 0) {
            throw new FleetException(code, in.text(), null);
        }
        return in.bytes();
    }
}
