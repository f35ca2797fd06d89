package glassbox.ui.session;

import glassbox.data.ImageDataset;
import glassbox.training.Change;
import glassbox.training.Course;
import glassbox.training.History;
import glassbox.training.Recipe;
import glassbox.training.RunPlan;
import glassbox.training.Timeline;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import org.jspecify.annotations.Nullable;

/**
 * A run as panes see it: what it is, and the history that grows while it trains. Only the session
 * changes it; what a pane reads once a frame, such as the history, may grow at any moment.
 */
public final class Run {
  private final int number;
  private final @Nullable Run parent;
  private final long forkStep;
  private final @Nullable String group;
  private final List<String> members;
  private final ReadOnlyStringWrapper name = new ReadOnlyStringWrapper();
  private final ReadOnlyStringWrapper note = new ReadOnlyStringWrapper("");
  private final ReadOnlyObjectWrapper<Status> status =
      new ReadOnlyObjectWrapper<>(Status.UNFINISHED);
  private final ReadOnlyObjectWrapper<RunFigures> figures =
      new ReadOnlyObjectWrapper<>(RunFigures.NONE);
  private final BooleanProperty shown = new SimpleBooleanProperty(true);
  private volatile History history;
  private volatile RunPlan plan;
  private volatile @Nullable Path folder;
  private int imagesPerEpoch;
  private int ink;
  private boolean pinned;
  private @Nullable ImageDataset data;
  private @Nullable Timeline timeline;

  /** What has become of it. */
  public enum Status {
    /** It is in hand: it trains, or it is paused. */
    IN_HAND,
    /** It can go on. */
    UNFINISHED,
    /** Another program trains it, such as the command line. */
    ELSEWHERE,
    /** It has come to its end. */
    FINISHED,
    /** It could not go on: its loss was no number any more. */
    FAILED,
    /** Its folder cannot be read; the note says why. */
    DAMAGED
  }

  /** Something that happened at a step: a setting was changed. */
  public record Mark(long step, String words) {}

  /**
   * Where a run comes from.
   *
   * @param parent the run whose first steps it shares; null for none
   * @param forkStep how many steps it shares
   * @param group what the runs of one sweep over seeds have in common; null for none
   * @param members the networks that an ensemble joins; empty for any other run
   */
  public record Origin(
      @Nullable Run parent, long forkStep, @Nullable String group, List<String> members) {
    /** A run of its own. */
    public static final Origin NONE = new Origin(null, 0, null);

    /** A run that is trained. */
    public Origin(@Nullable Run parent, long forkStep, @Nullable String group) {
      this(parent, forkStep, group, List.of());
    }
  }

  /**
   * A run.
   *
   * @param number tells runs of a session apart, from 0; decides their colours and dashes, unless
   *     they are given others
   * @param imagesPerEpoch images that are learned once an epoch; 0 where that is not known yet
   */
  public Run(
      int number, String name, RunPlan plan, int imagesPerEpoch, History history, Origin origin) {
    this.imagesPerEpoch = imagesPerEpoch;
    ink = number;
    this.number = number;
    this.name.set(name);
    this.plan = plan;
    this.history = history;
    parent = origin.parent();
    forkStep = origin.forkStep();
    group = origin.group();
    members = origin.members();
  }

  /** Tells runs of a session apart, in the order in which they came. */
  public int number() {
    return number;
  }

  /** Decides its colour and dash; -1 for a run that has not been opened. */
  public int ink() {
    return ink;
  }

  void setInk(int newInk) {
    ink = newInk;
  }

  public ReadOnlyStringProperty nameProperty() {
    return name.getReadOnlyProperty();
  }

  public String name() {
    return name.get();
  }

  /** The recipe at its start. */
  public Recipe recipe() {
    return plan.start();
  }

  public History history() {
    return history;
  }

  /** The run as a value: its recipe and what was changed on the way so far. */
  public RunPlan plan() {
    return plan;
  }

  /** The recipe of its next step. */
  Recipe recipeNow() {
    return plan.at(Math.max(history.size(), forkStep)); // a fork that begins has no history yet
  }

  private Course course() {
    return plan.course(Math.max(1, imagesPerEpoch));
  }

  /** Steps that it is planned to have; of a run that is not open, those that it has. */
  public long totalSteps() {
    return imagesPerEpoch > 0 && !isEnsemble() ? course().totalSteps() : steps();
  }

  /** What it learns. */
  ImageDataset data() {
    return Objects.requireNonNull(data, "the run is not open");
  }

  /** Steps of an epoch, with batches as they are in the end. */
  public int stepsPerEpoch() {
    return course().stepsPerEpoch();
  }

  /** Epochs done after so many steps. */
  public long epochsAfter(long steps) {
    return course().epochOf(steps);
  }

  /** How many images the run has learned, counting each epoch's anew. */
  public long imagesLearned() {
    return course().imagesLearned(history.size());
  }

  /** How many images it will have learned at its end. */
  public long imagesPlanned() {
    return course().imagesLearned(totalSteps());
  }

  /** Steps done at the end of every epoch, the last one included. */
  public List<Long> epochEnds() {
    Course course = course();
    List<Long> ends = new ArrayList<>();
    for (int epoch = 1; epoch <= plan.last().epochs(); epoch++) {
      ends.add(course.stepsOf(epoch));
    }
    return ends;
  }

  /** What was changed on the way, oldest first. */
  public List<Mark> marks() {
    List<Mark> marks = new ArrayList<>();
    Recipe before = plan.start();
    for (Change change : plan.changes()) {
      marks.add(new Mark(change.step(), SettingWords.change(before, change.recipe())));
      before = change.recipe();
    }
    return marks;
  }

  /** What the user says about it; empty mostly. */
  public ReadOnlyStringProperty noteProperty() {
    return note.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<Status> statusProperty() {
    return status.getReadOnlyProperty();
  }

  public Status status() {
    return status.get();
  }

  /** What it has come to, as far as it is known. */
  public ReadOnlyObjectProperty<RunFigures> figuresProperty() {
    return figures.getReadOnlyProperty();
  }

  /** Where it is kept; null where it is not, or not yet. */
  public @Nullable Path folder() {
    return folder;
  }

  /** Steps done so far. */
  public long steps() {
    return Math.max(history.size(), figures.get().steps());
  }

  /** Whether its steps are here to be looked at; a run of another day has to be opened first. */
  public boolean isOpen() {
    return timeline != null;
  }

  /** Whether the user has chosen to see it, so that it stays when other runs come. */
  boolean isPinned() {
    return pinned;
  }

  void setPinned(boolean isPinned) {
    pinned = isPinned;
  }

  void setName(String newName) {
    name.set(newName);
  }

  void setNote(String newNote) {
    note.set(newNote);
  }

  void setStatus(Status newStatus) {
    status.set(newStatus);
  }

  void setFigures(RunFigures newFigures) {
    figures.set(newFigures);
  }

  /** From any thread. */
  void setHistory(History newHistory) {
    history = newHistory;
  }

  /** From any thread. */
  void setPlan(RunPlan newPlan) {
    plan = newPlan;
  }

  /** From any thread. */
  void setFolder(@Nullable Path newFolder) {
    folder = newFolder;
  }

  /** Makes its steps be here to be looked at. */
  void open(ImageDataset dataset, Timeline keyframes) {
    data = dataset;
    imagesPerEpoch = dataset.train().count() - plan.start().validation();
    timeline = keyframes;
  }

  /** Its keyframes. */
  Timeline timeline() {
    return Objects.requireNonNull(timeline, "the run is not open");
  }

  /** The run that it was forked from; null for none. */
  public @Nullable Run parent() {
    return parent;
  }

  /** How many steps it shares with its parent. */
  public long forkStep() {
    return forkStep;
  }

  /** What the runs of one sweep over seeds have in common; null for none. */
  public @Nullable String group() {
    return group;
  }

  /** The networks that it joins, where it is an ensemble, which has no steps; otherwise empty. */
  public List<String> members() {
    return members;
  }

  public boolean isEnsemble() {
    return !members.isEmpty();
  }

  /** Whether it is drawn on the charts. */
  public BooleanProperty shownProperty() {
    return shown;
  }
}
