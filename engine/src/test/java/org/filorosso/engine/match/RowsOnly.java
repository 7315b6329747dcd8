package org.filorosso.engine.match;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.filorosso.engine.feel.Names;
import org.filorosso.engine.feel.Span;
import org.filorosso.engine.playbook.ActionSet;
import org.filorosso.engine.playbook.Attribute;
import org.filorosso.engine.playbook.Catalogue;
import org.filorosso.engine.playbook.Engagement;
import org.filorosso.engine.playbook.LifecycleRow;
import org.filorosso.engine.playbook.Playbook;
import org.filorosso.engine.playbook.Row;
import org.filorosso.engine.playbook.SegmentRow;
import org.filorosso.engine.playbook.Settings;
import org.filorosso.engine.playbook.Target;
import org.filorosso.engine.playbook.Treatment;

/** A playbook of nothing but rows to match, filled table by table. */
public final class RowsOnly {

    private static final Target ALL = new Target("*", Target.Level.ALL, ActionSet.none(0));

    private final Names names;
    private final List<Attribute> attributes = new ArrayList<>();
    private final List<LifecycleRow> lifecycle = new ArrayList<>();
    private final List<SegmentRow> segments = new ArrayList<>();
    private final List<Engagement> engagement = new ArrayList<>();
    private final List<Treatment> treatments = new ArrayList<>();
    private int rowCount;

    public RowsOnly(Names names) {
        this.names = names;
    }

    public RowsOnly attribute(Attribute attribute) {
        attributes.add(attribute);
        return this;
    }

    public RowsOnly lifecycle(Row row, String stage) {
        lifecycle.add(new LifecycleRow(counted(row), stage));
        return this;
    }

    public RowsOnly segment(Row row, String segment) {
        segments.add(new SegmentRow(counted(row), segment));
        return this;
    }

    public RowsOnly engagement(Row row) {
        engagement.add(new Engagement(counted(row), Engagement.Policy.ELIGIBILITY, ALL, true));
        return this;
    }

    public RowsOnly treatment(Row row) {
        treatments.add(new Treatment(counted(row), 0, 0, null, null, Map.of()));
        return this;
    }

    /** The index that the next row must have. */
    public int next() {
        return rowCount;
    }

    private Row counted(Row row) {
        if (row.index() != rowCount) {
            throw new IllegalArgumentException("Row " + row.index() + " comes as number " + rowCount);
        }
        rowCount++;
        return row;
    }

    public Playbook playbook() {
        Playbook.Tables tables = new Playbook.Tables(
                List.copyOf(attributes),
                List.copyOf(lifecycle),
                List.copyOf(segments),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.copyOf(treatments),
                List.copyOf(engagement),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
        return new Playbook("0".repeat(64), settings(), names, tables, new Catalogue(List.of()), rowCount);
    }

    private static Settings settings() {
        return new Settings(
                "rows-only",
                Playbook.Texts.NONE,
                ZoneId.of("Europe/Rome"),
                "EUR",
                List.of("en"),
                Span.days(400),
                List.of("marketing"),
                List.of("price"),
                Set.of(),
                null,
                new Settings.Attribution("markov", Span.days(30)),
                new Settings.ArbitrationSettings(
                        Settings.PropensityModel.PRIOR, Settings.Exploration.NONE, 0, 0.0, null),
                null,
                List.of(),
                null,
                "id",
                Settings.DEFAULT_LOCALE);
    }
}
