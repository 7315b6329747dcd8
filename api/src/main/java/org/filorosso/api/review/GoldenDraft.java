package org.filorosso.api.review;

import java.util.List;

/**
 * A past decision as a golden customer.
 *
 * @param file where it belongs in a draft
 * @param yaml to paste there; passes under the revision of the decision
 * @param same whether the story ends as the decision did
 * @param lost what the story cannot say of the decision
 */
record GoldenDraft(
        String interactionId,
        String playbook,
        String revision,
        String file,
        String yaml,
        boolean same,
        List<String> lost) {}
