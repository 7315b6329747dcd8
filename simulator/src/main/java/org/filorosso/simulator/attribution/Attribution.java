package org.filorosso.simulator.attribution;

import java.util.List;
import java.util.Map;

/** A model of credit. The credits of all channels sum to the conversions, and to the value, of all paths. */
public interface Attribution {

    /** Credits by channel, in the channels' alphabetical order. */
    Map<String, Credit> credits(List<ContactPath> paths);
}
