/** Measurements: what a decision costs and where the time goes; see docs/performance.md. */
package org.filorosso.engine.benchmark;
