package org.filorosso.engine.playbook.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.filorosso.engine.feel.Slot;
import org.filorosso.engine.feel.Span;
import org.filorosso.engine.feel.Type;
import org.filorosso.engine.playbook.Action;
import org.filorosso.engine.playbook.AssignmentLevel;
import org.filorosso.engine.playbook.Channel;
import org.filorosso.engine.playbook.Coherence;
import org.filorosso.engine.playbook.ContactPolicy;
import org.filorosso.engine.playbook.Direction;
import org.filorosso.engine.playbook.Experiment;
import org.filorosso.engine.playbook.Journey;
import org.filorosso.engine.playbook.Outcome;
import org.filorosso.engine.playbook.Playbook;
import org.filorosso.engine.playbook.QuietHours;
import org.filorosso.engine.playbook.Row;
import org.filorosso.engine.playbook.Settings;
import org.filorosso.engine.playbook.Target;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a marketer typed must arrive in the model as it was meant: one wrong default here is wrong in every decision. */
class LoadedModelTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 1);
    private static final Map<String, String> BASE = Map.of(
            "playbook.yaml",
            "format: filorosso/v1\nname: model\ntimezone: Europe/Rome\nlanguages: [en, it]\npurposes: [marketing, phone]\n",
            "attributes.csv",
            "name,source,type,values\ntenure months,customer,number,\nplan,customer,string,smart|max\n",
            "channels.csv",
            "channel,direction,consent,quiet,capacity per day,cost,placements\n"
                    + "app,both,,,,,hero:1|tile:3\n"
                    + "phone,outbound,phone,20:00-09:00 | Saturday 19:00-10:00 | Sunday | holidays,100,1.5,\n",
            "actions.csv",
            "issue,group,action,title,title:it,value,cost,price,quote valid,due,max per day,lever,until,purpose,again\n"
                    + "Grow,Data,more-data,More data,Più dati,60,tenure months / 2,7,14 days,PT4H,10,+20%,2026-06-30,,yes\n"
                    + "Grow,Data,less-data,,,,,,,,,,2026-06-30T12:00,service,\n"
                    + "Retain,Save,discount,,,,,,1 mese,,,,,,\n",
            "treatments.csv",
            "id,action,channel,message\n,more-data,app,a\n,less-data,app,b\n,discount,app,c\n");

    @TempDir
    Path folder;

    private Playbook load(String... filesAndTexts) {
        Map<String, String> files = new HashMap<>(BASE);
        for (int i = 0; i < filesAndTexts.length; i += 2) {
            files.put(filesAndTexts[i], filesAndTexts[i + 1]);
        }
        Loaded loaded = PlaybookReader.read(Folders.write(folder, files), TODAY);
        assertThat(loaded.problems().errors()).isEmpty();
        return loaded.orThrow();
    }

    private static ZonedDateTime rome(String local) {
        return ZonedDateTime.parse(local + "[Europe/Rome]");
    }

    @Test
    void readsActionsWithTheirTermsLimitsAndDates() {
        Action action = load().catalogue().get(0);
        assertThat(action.path()).isEqualTo("Grow/Data/more-data");
        assertThat(action.title().byLanguage()).isEqualTo(Map.of("en", "More data", "it", "Più dati"));
        assertThat(action.limits())
                .isEqualTo(new Action.Limits(10, null, Span.days(14), new Span(Period.ZERO, Duration.ofHours(4))));
        assertThat(action.lever()).isEqualTo(0.2);
        assertThat(action.again()).isTrue();
        assertThat(action.terms().value()).hasToString("Literal[constant=6E+1, asNumber=60.0]");
        assertThat(action.terms().cost().slots()).hasSize(1);
    }

    @Test
    void includesTheDayOfABareDateInUntil() {
        Playbook playbook = load();
        assertThat(playbook.catalogue().get(0).dates().until()).isEqualTo(rome("2026-07-01T00:00+02:00"));
        assertThat(playbook.catalogue().get(1).dates().until()).isEqualTo(rome("2026-06-30T12:00+02:00"));
        assertThat(playbook.catalogue().get(2).dates().always()).isTrue();
        assertThat(playbook.catalogue().get(1).service()).isTrue();
    }

    @Test
    void readsChannelsWithQuietHours() {
        List<Channel> channels = load().tables().channels();
        assertThat(channels.get(0).placements())
                .containsExactly(new Channel.Placement("hero", 1), new Channel.Placement("tile", 3));
        assertThat(channels.get(1).placements()).containsExactly(Channel.Placement.DEFAULT);
        assertThat(channels.get(1).directions()).isEqualTo(Set.of(Direction.OUTBOUND));
        assertThat(channels.get(1).quiet())
                .isEqualTo(new QuietHours(
                        List.of(
                                new QuietHours.Span(null, LocalTime.of(20, 0), LocalTime.of(9, 0)),
                                new QuietHours.Span(DayOfWeek.SATURDAY, LocalTime.of(19, 0), LocalTime.of(10, 0))),
                        Set.of(DayOfWeek.SUNDAY),
                        true));
    }

    @Test
    void numbersRowsOverAllTablesAndNamesThemByLine() {
        Playbook playbook = load(
                "lifecycle.csv", "stage,tenure months\n# comment,\nnew,< 3\n\nold,\n",
                "engagement.csv", "id,policy,target,effect,PLAN\nE,eligibility,*,never,max\n");
        List<Row> rows = List.of(
                playbook.tables().lifecycle().get(0).row(),
                playbook.tables().lifecycle().get(1).row(),
                playbook.tables().treatments().get(0).row(),
                playbook.tables().treatments().get(1).row(),
                playbook.tables().treatments().get(2).row(),
                playbook.tables().engagement().get(0).row());
        assertThat(rows).extracting(Row::index).containsExactly(0, 1, 2, 3, 4, 5);
        assertThat(playbook.rowCount()).isEqualTo(6);
        assertThat(rows)
                .extracting(Row::id)
                .containsExactly("lifecycle#3", "lifecycle#5", "treatments#2", "treatments#3", "treatments#4", "E");
        assertThat(rows.get(1).source()).isEqualTo("lifecycle.csv:5");
        assertThat(rows.get(5).conditions().get(0).column()).isEqualTo("PLAN");
    }

    @Test
    void declaresWhatTheTablesMake() {
        Playbook playbook = load(
                "lifecycle.csv", "stage,tenure months\nnew,< 3\nold,\n",
                "lists.csv", "list,level,until\nrobinson,household,2026-12-31\n",
                "experiments.csv",
                        "experiment,variant,share,target\nscript test,A,50%,Grow\nscript test,control,10%,\n");
        assertThat(slot(playbook, "stage").allowed()).containsExactlyInAnyOrder("new", "old");
        assertThat(slot(playbook, "lists").allowed()).containsExactly("robinson");
        assertThat(slot(playbook, "script test").allowed()).containsExactlyInAnyOrder("A", "control", "outside");
        assertThat(slot(playbook, "consents").allowed()).containsExactlyInAnyOrder("marketing", "phone");
        assertThat(playbook.tables().lists().get(0).level()).isEqualTo(AssignmentLevel.HOUSEHOLD);
        assertThat(playbook.tables().lists().get(0).until()).isEqualTo(rome("2027-01-01T00:00+01:00"));
        Experiment experiment = playbook.tables().experiments().get(0);
        assertThat(experiment.variants()).extracting(Experiment.Variant::share).containsExactly(0.5, 0.1);
        assertThat(experiment.target()).extracting(Target::path).isEqualTo("Grow");
    }

    private static Slot.Named slot(Playbook playbook, String name) {
        return (Slot.Named) playbook.names().slot(playbook.names().find(name).orElseThrow());
    }

    @Test
    void givesOneStageWhereThereIsNoLifecycle() {
        Playbook playbook = load("engagement.csv", "policy,target,effect,stage\neligibility,*,only,any\n");
        assertThat(playbook.tables().lifecycle()).singleElement().satisfies(stage -> {
            assertThat(stage.stage()).isEqualTo("any");
            assertThat(stage.row().unconditional()).isTrue();
        });
    }

    @Test
    void readsLimitsOfContact() {
        List<ContactPolicy> rows = load(
                        "contact-policy.csv",
                        "target,per,channel,direction,outcome,limit,within,suppress,level\n"
                                + "*,all,app|phone,outbound,sent|presented,2,week,,household\n"
                                + "Grow,action,,,rejected,1,P90D,3 months,\n")
                .tables()
                .contactPolicy();
        assertThat(rows.get(0).channels()).containsExactlyInAnyOrder(0, 1);
        assertThat(rows.get(0).direction()).isEqualTo(Direction.OUTBOUND);
        assertThat(rows.get(0).outcomes()).containsExactlyInAnyOrder(Outcome.SENT, Outcome.PRESENTED);
        assertThat(rows.get(0).within()).isEqualTo(new ContactPolicy.Window(null, ContactPolicy.Calendar.WEEK));
        assertThat(rows.get(0).level()).isEqualTo(AssignmentLevel.HOUSEHOLD);
        assertThat(rows.get(1).channels()).isEmpty();
        assertThat(rows.get(1).direction()).isNull();
        assertThat(rows.get(1).within()).isEqualTo(new ContactPolicy.Window(Span.days(90), null));
        assertThat(rows.get(1).suppress()).isEqualTo(new Span(Period.ofMonths(3), Duration.ZERO));
    }

    @Test
    void fillsTheDefaultsOfCoherenceAndJourneys() {
        Playbook playbook = load(
                "coherence.csv",
                "kind,target,other,within,better\nnot after,Grow,Retain,P7D,\nrequires,Retain,Grow,,\n"
                        + "same terms,Grow/Data/more-data,,,\n",
                "events.csv",
                "event,case,effect\nfault-opened,fault,opens\n",
                "journeys.csv",
                "journey,step,target,after,outcome,after event,within,effect,weight,decay\n"
                        + "j,1,Grow,Retain,accepted,,P30D,boost,40%,P10D\nj,2,Retain,,,fault-opened,P2D,wait,,\n");
        List<Coherence> rows = playbook.tables().coherence();
        assertThat(rows.get(0).outcomes()).containsExactlyInAnyOrder(Outcome.PRESENTED, Outcome.SENT);
        assertThat(rows.get(1).outcomes()).containsExactly(Outcome.ACCEPTED);
        assertThat(rows.get(1).within()).isNull();
        assertThat(rows.get(2).better()).isEqualTo(Coherence.Better.LOWER);
        List<Journey> steps = playbook.tables().journeys();
        assertThat(steps.get(0).weight()).isEqualTo(0.4);
        assertThat(steps.get(0).decay()).isEqualTo(Span.days(10));
        assertThat(steps.get(1).after()).isNull();
        assertThat(steps.get(1).afterEvent()).isEqualTo("fault-opened");
        assertThat(steps.get(1).effect()).isEqualTo(Journey.Effect.WAIT);
    }

    @Test
    void knowsTheEventsOfEveryPlaybook() {
        assertThat(load().tables().events())
                .extracting(event -> event.name() + event.fields().keySet())
                .containsExactly("survey[score]", "churn[]", "opt-out[purpose]", "purchase[product, amount]");
    }

    @Test
    void readsFieldsOfRecords() {
        Playbook playbook = load(
                "attributes.csv",
                "name,source,type,values\ncontracts,customer,records,plan: string|months left: number\nbills,customer,records,\n",
                "actions.csv",
                "issue,group,action,value\nGrow,Data,more-data,\"if some c in contracts satisfies c.months left < 2 then 1 else 2\"\nGrow,Data,less-data,count(bills)\nRetain,Save,discount,\n");
        assertThat(slot(playbook, "contracts").type())
                .isEqualTo(Type.list(Type.context(Map.of("plan", Type.STRING, "months left", Type.NUMBER))));
        assertThat(slot(playbook, "bills").type()).isEqualTo(Type.RECORDS);
    }

    @Test
    void readsTheSettings() {
        Settings settings = load(
                        "playbook.yaml",
                        BASE.get("playbook.yaml")
                                + "history: 2 anni\nkeep: P3D\nholidays: [2026-12-25]\nimport: {id: customerID}\n"
                                + "value: {purchases: purchase.amount, horizon: P12M, cuts: {recency: [10, 30, 90, 180]}}\n"
                                + "attribution: {model: markov, within: P30D}\n"
                                + "arbitration: {propensity: prior, exploration: epsilon 0.05, threshold: pays, half life: P90D}\n"
                                + "holdout: {share: 5%, salt: s, level: household, except: [Retain/Save]}\n"
                                + "arms:\n  - {name: champion, share: 95%}\n  - {name: plain, share: 5%, levers: off, ranking: value}\n")
                .settings();
        assertThat(settings.history()).isEqualTo(new Span(Period.ofYears(2), Duration.ZERO));
        assertThat(settings.keep()).isEqualTo(Span.days(3));
        assertThat(settings.holidays()).containsExactly(LocalDate.of(2026, 12, 25));
        assertThat(settings.importId()).isEqualTo("customerID");
        assertThat(settings.value())
                .isEqualTo(new Settings.CustomerValue(
                        "purchase",
                        "amount",
                        new Span(Period.ofMonths(12), Duration.ZERO),
                        Map.of("recency", List.of(10.0, 30.0, 90.0, 180.0))));
        assertThat(settings.arbitration())
                .isEqualTo(new Settings.ArbitrationSettings(
                        Settings.PropensityModel.PRIOR, Settings.Exploration.EPSILON, 0.05, null, Span.days(90)));
        assertThat(settings.holdout().except().toArray()).containsExactly(2);
        assertThat(settings.holdout().level()).isEqualTo(AssignmentLevel.HOUSEHOLD);
        assertThat(settings.arms())
                .containsExactly(
                        new Settings.Arm("champion", 0.95, Settings.Ranking.CHAMPION, true),
                        new Settings.Arm("plain", 0.05, Settings.Ranking.VALUE, false));
    }

    @Test
    void hasDefaultsForWhatSettingsLeaveOut() {
        Settings settings = load(
                        "playbook.yaml", "format: filorosso/v1\nname: model\nlanguages: [en, it]\npurposes: [phone]\n")
                .settings();
        assertThat(settings.zone()).hasToString("Z");
        assertThat(settings.currency()).isEqualTo("EUR");
        assertThat(settings.history()).isEqualTo(Span.days(400));
        assertThat(settings.arms()).containsExactly(new Settings.Arm("champion", 1, Settings.Ranking.CHAMPION, true));
        assertThat(settings.holdout()).isNull();
        assertThat(settings.keep()).isNull();
        assertThat(settings.arbitration().threshold()).isZero();
        assertThat(settings.importId()).isEqualTo("id");
    }

    @Test
    void readsItalianCellsAsTheyAreMeant() {
        Playbook playbook = load(
                "playbook.yaml", BASE.get("playbook.yaml") + "locale: it\n",
                "propensity.csv", "target;prior;strength\n*;0,25;1.234,50\n",
                "engagement.csv", "policy;target;effect;plan;until\neligibility;*;never;max;31/12/2026\n");
        assertThat(playbook.tables().propensity().get(0).strength()).isEqualTo(1234.5);
        assertThat(playbook.tables().propensity().get(0).prior()).hasToString("Literal[constant=0.25, asNumber=0.25]");
        assertThat(playbook.tables().engagement().get(0).row().dates().until())
                .isEqualTo(rome("2027-01-01T00:00+01:00"));
    }

    @Test
    void loadsTheSamePlaybookFromAWorkbook() throws IOException {
        Starter.write(folder.resolve("starter"));
        Path workbook = folder.resolve("starter.xlsx");
        Loaded loaded = PlaybookReader.read(folder.resolve("starter"), TODAY);
        loaded.sheets().write(workbook);
        Loaded again = PlaybookReader.read(workbook, TODAY);
        assertThat(again.problems().all()).isEmpty();
        assertThat(again.orThrow().revision())
                .isEqualTo(loaded.orThrow().revision())
                .hasSize(64);
        assertThat(again.orThrow().tables().engagement())
                .extracting(row -> row.row().key())
                .isEqualTo(loaded.orThrow().tables().engagement().stream()
                        .map(row -> row.row().key())
                        .toList());
        assertThat(again.sheets().tests()).hasSize(1);
    }

    @Test
    void throwsEveryProblemOfARefusedPlaybook() {
        Map<String, String> files = new HashMap<>(BASE);
        files.put("propensity.csv", "target,prior,strength\nGrwo,2,x\n");
        Loaded loaded = PlaybookReader.read(Folders.write(folder, files), TODAY);
        assertThatThrownBy(loaded::orThrow)
                .isInstanceOf(PlaybookException.class)
                .hasMessageContaining("Grwo")
                .hasMessageContaining("from 0 to 1")
                .hasMessageContaining("is no number");
    }
}
