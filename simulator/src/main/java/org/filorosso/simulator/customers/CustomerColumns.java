package org.filorosso.simulator.customers;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.filorosso.engine.playbook.Attribute;
import org.filorosso.engine.playbook.Playbook;
import org.filorosso.engine.playbook.io.Nearest;
import org.jspecify.annotations.Nullable;

/**
 * What each column of a customer file holds.
 *
 * @param roles by position; null is a column that is passed over
 * @param household position of the household, or -1
 */
record CustomerColumns(List<@Nullable Role> roles, int id, int household) {
    static final String ID = "id";
    static final String HOUSEHOLD = "household";
    static final String LANGUAGE = "language";
    static final String CONSENTS = "consents";
    static final String PREFERRED = "preferred channels";
    static final String RFM = "rfm";
    static final String VALUE = "customer value";
    static final List<String> OWN = List.of(ID, HOUSEHOLD, LANGUAGE, CONSENTS, PREFERRED, RFM, VALUE);

    /** One column: one of the subject's own, or an attribute. */
    record Role(String header, String own, @Nullable Attribute attribute) {}

    static CustomerColumns of(Playbook playbook, CustomerFile.Options options, String file, List<String> header)
            throws FlawException {
        return new Finder(playbook, options, file).find(header);
    }

    boolean numbered() {
        return id < 0;
    }

    /** Goes through the header once; not reusable. */
    private static final class Finder {
        private final Playbook playbook;
        private final CustomerFile.Options options;
        private final String file;
        private final Map<String, Attribute> attributes = new HashMap<>();
        private final List<Flaw> flaws = new ArrayList<>();
        private final Set<String> taken = new HashSet<>();
        private final List<@Nullable Role> roles = new ArrayList<>();
        private final String idColumn;

        Finder(Playbook playbook, CustomerFile.Options options, String file) {
            this.playbook = playbook;
            this.options = options;
            this.file = file;
            this.idColumn = options.idColumn(playbook);
            for (Attribute attribute : playbook.tables().attributes()) {
                attributes.put(attribute.name().toLowerCase(Locale.ROOT), attribute);
            }
            for (Attribute attribute : playbook.tables().attributes()) {
                String field = attribute.field();
                if (field != null) {
                    attributes.putIfAbsent(field.toLowerCase(Locale.ROOT), attribute);
                }
            }
        }

        CustomerColumns find(List<String> header) throws FlawException {
            header.forEach(this::place);
            int id = position(ID);
            if (id < 0 && !idColumn.equals(CustomerFile.ROW_NUMBERS)) {
                flaw(
                        null,
                        "the column of the customer's id is missing: \"" + idColumn + "\"",
                        "Maybe --id COLUMN names it, or --id row numbers the rows. Columns: "
                                + String.join(", ", header));
            }
            if (!flaws.isEmpty()) {
                throw new FlawException(flaws);
            }
            return new CustomerColumns(roles, id, position(HOUSEHOLD));
        }

        private int position(String own) {
            for (int i = 0; i < roles.size(); i++) {
                Role role = roles.get(i);
                if (role != null && role.own().equals(own)) {
                    return i;
                }
            }
            return -1;
        }

        private void place(String header) {
            Role role = role(header);
            roles.add(role);
            if (role == null) {
                return;
            }
            Attribute attribute = role.attribute();
            String meaning = attribute == null ? role.own() : "attribute " + attribute.name();
            if (!taken.add(meaning)) {
                flaw(header, "two columns hold the same: " + meaning, "Maybe remove one of them.");
            }
        }

        private @Nullable Role role(String header) {
            String name = header.toLowerCase(Locale.ROOT);
            if (header.equalsIgnoreCase(idColumn) || (name.equals(ID) && !options.numbersRows(playbook))) {
                return new Role(header, ID, null);
            }
            Attribute attribute = attributes.get(name);
            if (attribute != null) {
                return attribute.source() == Attribute.Source.CUSTOMER
                        ? new Role(header, "", attribute)
                        : foreign(header, attribute);
            }
            if (OWN.contains(name) && !name.equals(ID)) {
                return new Role(header, name, null);
            }
            return unknown(header);
        }

        private @Nullable Role foreign(String header, Attribute attribute) {
            if (!options.ignoreUnknown()) {
                boolean context = attribute.source() == Attribute.Source.CONTEXT;
                flaw(
                        header,
                        context
                                ? "is an attribute of the context, not of the customer"
                                : "is derived, so that no file may give it",
                        context
                                ? "Maybe --context \"" + attribute.name() + "=...\"."
                                : "Maybe remove the column, or --ignore-unknown.");
            }
            return null;
        }

        private @Nullable Role unknown(String header) {
            if (!options.ignoreUnknown() && !header.startsWith("#")) {
                flaw(
                        header,
                        "is neither an attribute of the playbook nor one of the subject's own columns",
                        near(header));
            }
            return null;
        }

        private String near(String header) {
            List<String> valid = new ArrayList<>(OWN);
            for (Attribute attribute : playbook.tables().attributes()) {
                if (attribute.source() == Attribute.Source.CUSTOMER) {
                    valid.add(attribute.name());
                    String field = attribute.field();
                    if (field != null) {
                        valid.add(field);
                    }
                }
            }
            List<String> near = Nearest.of(header, valid);
            String names = near.isEmpty() ? "" : "\"" + String.join("\", \"", near) + "\", or ";
            return "Maybe " + names + "--ignore-unknown to pass it over.";
        }

        private void flaw(@Nullable String column, String message, String hint) {
            flaws.add(new Flaw(file, 1, column, null, message, hint));
        }
    }
}
