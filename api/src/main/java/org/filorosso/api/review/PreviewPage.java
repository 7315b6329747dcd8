package org.filorosso.api.review;

import org.filorosso.api.review.Preview.Skipped;
import org.filorosso.engine.page.Html;
import org.filorosso.engine.page.HtmlPage;
import org.filorosso.simulator.review.Figures;
import org.filorosso.simulator.review.diff.DecisionSections;

/** A preview as a page, with the pictures and tables that the command line draws. Nobody's id is in it. */
final class PreviewPage {
    /** The page has its style in itself: a browser must be allowed to take it, and nothing else. */
    static final String POLICY =
            "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; base-uri 'none';"
                    + " form-action 'none'";

    private static final int SHORT = 12;

    private PreviewPage() {}

    static HtmlPage of(Preview preview) {
        String after = preview.playbook() + " "
                + preview.revision()
                        .substring(0, Math.min(SHORT, preview.revision().length()));
        Html about = new Html()
                .element(
                        "p",
                        "Before: what was decided at the time, by the revision of that time. After: what " + after
                                + " decides from the same facts.");
        if (preview.from() == null) {
            about.element("p", "No decision of this playbook is known.");
        } else {
            about.element("p", "Decisions from " + preview.from() + " to " + preview.to() + ".");
        }
        Skipped skipped = preview.skipped();
        about.element(
                "p",
                "Left out: " + Figures.count(skipped.erased()) + " whose facts were erased, "
                        + Figures.count(skipped.notKept())
                        + " whose revision, or what was learnt by then, is no longer kept, "
                        + Figures.count(skipped.channelGone()) + " on a channel that the revision does not have.");
        Html contents = DecisionSections.of(preview.changes(), "as it was decided", after, "Interaction");
        return HtmlPage.english("What would change", about, contents);
    }
}
