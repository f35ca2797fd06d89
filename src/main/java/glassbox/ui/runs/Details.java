package glassbox.ui.runs;

import glassbox.ui.session.Run;
import glassbox.ui.words.Words;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** What is selected: nothing, one run, or several. */
final class Details extends StackPane {
  private final RunCard one;
  private final SeveralCard several;
  private final VBox none = new VBox();

  Details(RunCommands commands, Consumer<Path> opener) {
    one = new RunCard(commands, opener);
    several = new SeveralCard(commands);
    Label hint = Parts.wrapped("muted");
    hint.setText(Words.of("runs.choose"));
    none.getStyleClass().add("card-pane");
    none.getChildren().add(hint);
    getChildren().setAll(none);
  }

  /** Shows what is selected as it is now. */
  void show(List<Line> lines, List<Run> runs) {
    if (lines.size() == 1 && lines.getFirst() instanceof RunLine line) {
      one.show(line);
      choose(one);
      return;
    }
    one.leave();
    if (lines.isEmpty()) {
      choose(none);
    } else {
      several.show(lines, runs);
      choose(several);
    }
  }

  private void choose(VBox card) {
    if (getChildren().getFirst() != card) {
      getChildren().setAll(card);
    }
  }
}
