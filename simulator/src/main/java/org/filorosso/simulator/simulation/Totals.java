package org.filorosso.simulator.simulation;

/** What became of one customer in one arm, or of many: sums only. Not thread-safe. */
final class Totals {
    /** What is added up; the words are columns of the files that a simulation writes. */
    enum Figure {
        DECISIONS("decisions"),
        NO_ACTION("noAction"),
        CANDIDATES("candidates"),
        CONTACTS("contacts"),
        OUTBOUND("outboundContacts"),
        UNWANTED("unwantedContacts"),
        PRESENTED("presented"),
        ACCEPTED("accepted"),
        CLICKED("clicked"),
        REJECTED("rejected"),
        LATER("later"),
        TURNED_AWAY("turnedAway"),
        FULFILLED("fulfilled"),
        FAILED("failed"),
        OPT_OUTS("optOuts"),
        CHURNED("churned"),
        SURVEYED("surveyed"),
        PROMOTERS("promoters"),
        DETRACTORS("detractors"),
        VALUE("value"),
        COST("cost"),
        CONTACT_COST("contactCost"),
        REVENUE("revenue");

        private final String words;

        Figure(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    private final double[] sums = new double[Figure.values().length];

    void add(Figure figure, double amount) {
        sums[figure.ordinal()] += amount;
    }

    void one(Figure figure) {
        sums[figure.ordinal()]++;
    }

    double of(Figure figure) {
        return sums[figure.ordinal()];
    }

    void addAll(Totals other) {
        for (int i = 0; i < sums.length; i++) {
            sums[i] += other.sums[i];
        }
    }

    /** Value less what acceptances and contacts cost. */
    double margin() {
        return of(Figure.VALUE) - of(Figure.COST) - of(Figure.CONTACT_COST);
    }
}
