package glassbox.ui.runs;

import glassbox.ui.session.Run;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.value.ObservableValue;

/** A line of the list: a run, or the runs of one sweep over seeds. */
sealed interface Line permits RunLine, GroupLine {
  ObservableValue<String> nameProperty();

  ReadOnlyObjectProperty<Facts> factsProperty();

  /** The run, or all runs of the group. */
  ReadOnlyObjectProperty<List<Run>> runsProperty();

  default List<Run> runs() {
    return runsProperty().get();
  }

  /** Looks again what there is to say. */
  void look();
}
