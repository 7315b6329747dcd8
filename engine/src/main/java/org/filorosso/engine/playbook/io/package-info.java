/**
 * Playbooks in and out: CSV, XLSX and YAML as text with its place, and the problems found in them.
 *
 * <p>The only package that knows how a playbook lies on disk. Nothing read here is ever run.
 */
@NullMarked
package org.filorosso.engine.playbook.io;

import org.jspecify.annotations.NullMarked;
