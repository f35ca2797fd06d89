package glassbox.ui.session;

import glassbox.format.RunArchive;
import java.nio.file.Path;

/** Takes runs that came as one file into the folder of runs, and looks at them. */
final class ArchiveOpener {
  private final RunList runs;
  private final RunChooser chooser;
  private final Background background;

  ArchiveOpener(RunList runs, RunChooser chooser, Background background) {
    this.runs = runs;
    this.chooser = chooser;
    this.background = background;
  }

  void open(Path file) {
    background.runLong(() -> RunArchive.unpack(file, runs.folder()), this::show);
  }

  private void show(Path folder) {
    runs.refresh(() ->
        runs.all().stream()
            .filter(run -> folder.equals(run.folder()))
            .findFirst()
            .ifPresent(chooser::show));
  }
}
