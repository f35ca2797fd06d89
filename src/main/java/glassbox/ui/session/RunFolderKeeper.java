package glassbox.ui.session;

import glassbox.analysis.Predictions;
import glassbox.data.Datasets;
import glassbox.format.RunFolder;
import glassbox.format.RunSummary;
import glassbox.linalg.Compute;
import glassbox.training.Evaluation;
import glassbox.training.Trainer;
import java.io.IOException;
import java.nio.file.Path;

/** Keeps each run in a folder of its own, like the command line does. */
public final class RunFolderKeeper implements RunKeeper {
  private final Path parent;

  public RunFolderKeeper(Path parent) {
    this.parent = parent;
  }

  @Override
  public Kept keep(Trainer trainer, Predictions test, Compute compute) throws IOException {
    RunFolder folder =
        RunFolder.createIn(
            parent, Datasets.title(trainer.recipe().dataset()).toLowerCase(java.util.Locale.ROOT));
    folder.writeRecipe(trainer.recipe());
    folder.writeHistory(trainer.history(), trainer.stepsPerEpoch());
    folder.writeModel(trainer.answering(), trainer.recipe(), trainer.dataset().classNames());
    Evaluation evaluation = test.evaluation();
    RunSummary summary =
        RunSummary.of(trainer, evaluation, compute.threads(), compute.kernelName());
    folder.writeSummary(summary);
    folder.writeReport(trainer, test, summary);
    return new Kept(folder.path());
  }
}
