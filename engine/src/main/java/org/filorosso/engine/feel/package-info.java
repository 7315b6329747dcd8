/**
 * The expression language: text is parsed by Drools' FEEL parser, checked against an allow-list and typed, and evaluated
 * in three-valued logic over the facts of one decision.
 */
@NullMarked
package org.filorosso.engine.feel;

import org.jspecify.annotations.NullMarked;
