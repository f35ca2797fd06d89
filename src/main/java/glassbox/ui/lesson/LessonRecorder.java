package glassbox.ui.lesson;

import glassbox.format.Lesson;
import glassbox.format.Lesson.Stop;
import glassbox.format.Lesson.Turn;
import glassbox.training.RunPlan;
import glassbox.ui.session.Run;
import glassbox.ui.session.TrainingSession;
import glassbox.ui.words.Words;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes a lesson of what one does: each stop remembers the run, the step and the view. */
final class LessonRecorder {
  private static final int MINUTES_PER_STOP = 1;

  private final TrainingSession session;
  private final Classroom room;
  private final List<Stop> stops = new ArrayList<>();
  private @Nullable RunPlan plan;
  private @Nullable Run run;

  LessonRecorder(TrainingSession session, Classroom room) {
    this.session = session;
    this.room = room;
  }

  /** Notes where one is, with what is to be said there. */
  void addStop(String text) {
    Run now = session.runProperty().get();
    Turn turn = null;
    if (now != null && now != run) {
      if (run == null && stops.stream().allMatch(stop -> stop.step() == null)) {
        plan = now.plan();
      } else {
        boolean fork = now.parent() != null && now.parent() == run;
        turn = new Turn(now.plan().at(now.forkStep()), fork ? now.forkStep() : null);
      }
      run = now;
    }
    Long step = now == null ? null : Math.max(0, session.playhead().stepProperty().get());
    stops.add(new Stop(text, room.view(), null, step, turn, null, false));
  }

  int size() {
    return stops.size();
  }

  /** The lesson so far; there is at least one stop. */
  Lesson lesson(String title) {
    RunPlan of = plan == null ? new RunPlan(session.recipe()) : plan;
    int minutes = Math.max(1, MINUTES_PER_STOP * stops.size());
    return new Lesson(title, minutes, Words.of("lesson.record.summary"), of, stops);
  }
}
