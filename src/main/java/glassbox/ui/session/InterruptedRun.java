package glassbox.ui.session;

import glassbox.ui.words.Words;
import java.nio.file.Path;

/** The run that was in hand when the program ended, offered at the next start. */
final class InterruptedRun {
  private final SessionModel model;
  private final RunShelf shelf;
  private final RunList runs;
  private final RunInHand inHand;
  private final Training training;
  private final Background background;

  InterruptedRun(
      SessionModel model,
      RunShelf shelf,
      RunList runs,
      RunInHand inHand,
      Training training,
      Background background) {
    this.model = model;
    this.shelf = shelf;
    this.runs = runs;
    this.inHand = inHand;
    this.training = training;
    this.background = background;
  }

  /** Asks whether to go on with it, where there is one, once it can go on. */
  void offer() {
    runs.refresh(() -> model.whenNothingIsRead(this::askWhereThereIsOne));
  }

  private void askWhereThereIsOne() {
    Path folder = shelf.inHand().orElse(null);
    runs.all().stream()
        .filter(other -> folder != null && folder.equals(other.folder()))
        .filter(other -> other.status() == Run.Status.UNFINISHED && inHand.isEmpty())
        .findFirst()
        .ifPresent(this::ask);
  }

  private void ask(Run interrupted) {
    model.tell(
        Notice.question(
            Words.of(
                "session.interrupted",
                interrupted.name(),
                interrupted.figuresProperty().get().steps()),
            new Notice.Action(Words.of("session.interrupted.goOn"), () -> goOn(interrupted)),
            new Notice.Action(Words.of("session.interrupted.notNow"), this::layDown)));
  }

  private void goOn(Run interrupted) {
    model.dismissNotice();
    training.goOn(interrupted, new Goal.End());
  }

  private void layDown() {
    model.dismissNotice();
    background.runBeside(
        () -> {
          shelf.layDown();
          return shelf;
        },
        done -> {});
  }
}
