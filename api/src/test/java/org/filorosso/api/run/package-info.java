/** Tests of outbound runs. */
package org.filorosso.api.run;
