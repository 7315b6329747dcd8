package org.filorosso.api.load;

import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.stream.IntStream;
import org.filorosso.api.drill.Telco;

/** Customers as lines for the service's import. */
final class Profiles {
    private Profiles() {}

    /** One line a customer. */
    static Iterator<byte[]> lines(int subjects) {
        return IntStream.range(0, subjects)
                .mapToObj(n -> "{\"id\":\"" + Telco.id(n) + "\"," + Telco.profile(n) + "}\n")
                .map(line -> line.getBytes(StandardCharsets.UTF_8))
                .iterator();
    }
}
