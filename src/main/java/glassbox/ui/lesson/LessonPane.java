package glassbox.ui.lesson;

import glassbox.data.ImageDataset;
import glassbox.format.Lesson;
import glassbox.training.Recipe;
import glassbox.ui.controls.ProgramFile;
import glassbox.ui.session.FrameClock;
import glassbox.ui.session.Lessons;
import glassbox.ui.session.Run;
import glassbox.ui.session.TrainingSession;
import glassbox.ui.words.Worded;
import glassbox.ui.words.Words;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The panel at the right: lessons to choose from, the one that is played, or one's own guess. */
public final class LessonPane extends BorderPane implements Worded {
  private final TrainingSession session;
  private final Lessons lessons;
  private final Classroom room;
  private final Runnable leave;
  private @Nullable LessonPlayer player;
  private List<Lesson> offered = List.of();
  private @Nullable GuessCard guess;

  /**
   * A panel.
   *
   * @param leave gives its place back to what was there
   */
  public LessonPane(TrainingSession session, Classroom room, FrameClock clock, Runnable leave) {
    this.session = session;
    lessons = session.lessons();
    this.room = room;
    this.leave = leave;
    setId("lesson-pane");
    getStyleClass().add("lesson-pane");
    getStylesheets().add(ProgramFile.beside(LessonPane.class, "lesson.css"));
    clock.add(() -> {
      if (guess != null && getScene() != null) {
        guess.look();
      }
    });
  }

  /** Shows what lessons there are, unless one is under way. */
  public void choose() {
    if (player == null) {
      guess = null;
      LessonList list = new LessonList(this::close, this::play);
      list.onOpen(() -> room.files().toOpen().ifPresent(file -> lessons.open(file, this::play)));
      list.onRecord(this::record);
      lessons.shipped(all -> offer(all, list));
      setCenter(list);
    }
  }

  private void offer(List<Lesson> all, LessonList list) {
    offered = all;
    list.show(all);
  }

  /** The lesson under way goes on in another language, and so does the list. */
  @Override
  public void retell() {
    LessonPlayer playing = player;
    if (playing == null) {
      if (getCenter() instanceof LessonList) {
        choose();
      }
      return;
    }
    int index = offered.indexOf(playing.lesson());
    if (index >= 0) { // others have one language
      lessons.shipped(all -> {
        offered = all;
        if (player == playing) {
          playing.speak(all.get(index));
          if (guess == null) { // what was sketched stays
            showStop(playing);
          }
        }
      });
    }
  }

  /** Plays a lesson from its beginning. */
  public void play(Lesson lesson) {
    endLesson();
    LessonPlayer playing = new LessonPlayer(session, room, lesson);
    player = playing;
    guess = null;
    showStop(playing);
    playing.atProperty().addListener(property -> showStop(playing));
  }

  private void showStop(LessonPlayer playing) {
    if (playing.stop().turn() != null) {
      guess = null;
    }
    if (playing.stop().guess()) {
      guess = new GuessCard(playing::run, stepsOfTheGuess(playing));
    }
    setCenter(new StopCard(playing, guess, this::close));
  }

  /** As far as the next stop that names a step. */
  private static long stepsOfTheGuess(LessonPlayer playing) {
    var stops = playing.lesson().stops();
    return stops.stream()
        .skip(playing.atProperty().get())
        .map(Lesson.Stop::step)
        .filter(step -> step != null && step > 0)
        .findFirst()
        .orElse(1000L);
  }

  /** Lets one draw the loss of the next run before it is trained. */
  public void guessFirst() {
    ImageDataset data = session.datasetProperty().get();
    if (data == null) {
      return;
    }
    endLesson();
    Recipe recipe = session.recipe();
    long learned = data.train().count() - recipe.validation();
    long perEpoch = Math.ceilDiv(learned, recipe.batchSize());
    session.stop();
    Run before = session.runProperty().get();
    GuessCard card = new GuessCard(() -> otherThan(before), perEpoch * recipe.epochs());
    guess = card;
    Button train = new Button(Words.of("lesson.guess.train"));
    train.setId("guess-train");
    train.setMaxWidth(Double.MAX_VALUE);
    train.getStyleClass().add("accent");
    train.disableProperty().bind(card.completeProperty().not());
    train.setOnAction(event -> session.train());
    Label why = new Label(Words.of("lesson.guess.why"));
    why.setWrapText(true);
    VBox box = new VBox(new LessonHeader(Words.of("lesson.guess"), this::close), why, card, train);
    box.getStyleClass().add("lesson-content");
    setCenter(box);
  }

  private @Nullable Run otherThan(@Nullable Run before) {
    Run now = session.runProperty().get();
    return now == before ? null : now;
  }

  private void record() {
    LessonRecorder recorder = new LessonRecorder(session, room);
    setCenter(
        new RecorderCard(
            recorder,
            this::close,
            lesson -> room.files().toSave().ifPresent(file -> lessons.save(file, lesson))));
  }

  /** Ends the lesson and leaves. */
  public void close() {
    endLesson();
    setCenter(null);
    leave.run();
  }

  private void endLesson() {
    LessonPlayer playing = player;
    player = null;
    guess = null;
    if (playing != null) {
      playing.close();
    }
  }
}
