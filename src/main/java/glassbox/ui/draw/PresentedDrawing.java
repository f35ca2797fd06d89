package glassbox.ui.draw;

import glassbox.data.ImageDataset;
import glassbox.ui.controls.Card;
import glassbox.ui.controls.ProgramFile;
import glassbox.ui.controls.WhileShown;
import glassbox.ui.session.DrawnAnswer;
import glassbox.ui.session.TrainingSession;
import glassbox.ui.words.Words;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** The drawing beside the answer to it, and nothing else; one can draw on it as well. */
public final class PresentedDrawing extends HBox {
  private final TrainingSession session;
  private final AnswerBars bars = new AnswerBars();
  private final Label taken = new Label();
  private List<String> names = List.of();

  PresentedDrawing(TrainingSession session, DrawModel model) {
    this.session = session;
    getStyleClass().add("pane-row");
    getStylesheets().add(ProgramFile.beside(PresentedDrawing.class, "draw.css"));
    taken.getStyleClass().add("draw-value");
    DrawingArea area = new DrawingArea(model);
    area.setMinSize(100, 80);
    Card drawing = new Card(Words.of("draw.title"), area).withoutActions();
    Card answer = new Card(Words.of("draw.answer"), bars).fact(taken).withoutActions();
    HBox.setHgrow(drawing, Priority.ALWAYS);
    HBox.setHgrow(answer, Priority.ALWAYS);
    getChildren().addAll(drawing, answer);
    WhileShown.onShown(this, model::watch, model::leave);
    WhileShown.listen(this, session.datasetProperty(), this::useNames);
    WhileShown.listen(this, session.drawn().answerProperty(), this::refresh);
  }

  private void useNames() {
    ImageDataset data = session.datasetProperty().get();
    names = data == null ? List.of() : data.classNames();
    bars.setNames(names);
    refresh();
  }

  private void refresh() {
    DrawnAnswer answer = session.drawn().answerProperty().get();
    DrawnAnswer.Staged shown =
        answer != null && answer.fits(names.size()) && answer.last().isAnswered()
            ? answer.last()
            : null;
    bars.show(shown);
    taken.setText(shown == null ? "" : names.get(shown.answer()));
  }
}
