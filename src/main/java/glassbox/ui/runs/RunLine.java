package glassbox.ui.runs;

import glassbox.analysis.Predictions;
import glassbox.data.Datasets;
import glassbox.training.RunPlan;
import glassbox.ui.session.Run;
import glassbox.ui.session.RunFigures;
import glassbox.ui.session.State;
import glassbox.ui.session.TrainingSession;
import glassbox.ui.words.Figures;
import glassbox.ui.words.Words;
import java.util.List;
import java.util.stream.DoubleStream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/** A run's line. */
final class RunLine implements Line {
  private final TrainingSession session;
  private final Run run;
  private final ReadOnlyObjectWrapper<Facts> facts = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<List<Run>> alone;
  private double live = Double.NaN;
  private @Nullable RunPlan compared;
  private String differs = "";
  private String differsAtFirst = "";

  RunLine(TrainingSession session, Run run) {
    this.session = session;
    this.run = run;
    alone = new ReadOnlyObjectWrapper<>(List.of(run));
    run.statusProperty().addListener(property -> compareAgain());
    run.figuresProperty().addListener(property -> look());
    look();
  }

  Run run() {
    return run;
  }

  @Override
  public ObservableValue<String> nameProperty() {
    return run.nameProperty();
  }

  @Override
  public ReadOnlyObjectProperty<Facts> factsProperty() {
    return facts.getReadOnlyProperty();
  }

  @Override
  public ReadOnlyObjectProperty<List<Run>> runsProperty() {
    return alone.getReadOnlyProperty();
  }

  /** The name, without what the line of its group says already. */
  String shortName() {
    String start = run.group() + ", ";
    return run.group() != null && run.name().startsWith(start)
        ? run.name().substring(start.length())
        : run.name();
  }

  /** "fork at 812"; empty for a run of its own. */
  String origin() {
    return run.parent() == null ? "" : Words.of("runs.origin", run.forkStep());
  }

  /** The step alone; empty for a run of its own. */
  String forkStep() {
    return run.parent() == null ? "" : Figures.count(run.forkStep());
  }

  /** How it differs, without what was changed later. */
  String differsAtFirst() {
    return differsAtFirst;
  }

  private void compareAgain() {
    compared = null;
    look();
  }

  @Override
  public void look() {
    if (compared != run.plan()) {
      compared = run.plan();
      differs = Differences.of(run);
      differsAtFirst = Differences.atFirst(run);
    }
    Facts now = facts();
    if (!now.equals(facts.get())) {
      facts.set(now);
    }
  }

  private Facts facts() {
    RunFigures figures = run.figuresProperty().get();
    boolean inHand = run.status() == Run.Status.IN_HAND;
    return new Facts(
        differs,
        run.status() == Run.Status.DAMAGED ? "–" : Datasets.title(run.recipe().dataset()),
        inHand ? liveAccuracy() : figures.testAccuracy(),
        Double.NaN,
        bestValidation(figures),
        run.steps(),
        run.totalSteps(),
        figures.seconds(),
        Standing.of(run, session.state() == State.RUNNING));
  }

  /** The last one that was seen while the newest step was looked at. */
  private double liveAccuracy() {
    Predictions answers = session.predictionsProperty().get();
    if (answers != null && session.runProperty().get() == run && session.playhead().isLive()) {
      live = answers.accuracy();
    }
    return live;
  }

  private double bestValidation(RunFigures figures) {
    return DoubleStream.of(run.history().bestValidationAccuracy(), figures.bestValidation())
        .filter(Double::isFinite)
        .max()
        .orElse(Double.NaN);
  }
}
