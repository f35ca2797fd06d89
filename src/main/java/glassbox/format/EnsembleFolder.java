package glassbox.format;

import glassbox.analysis.Predictions;
import glassbox.data.ImageDataset;
import glassbox.format.ModelFile.Model;
import glassbox.linalg.Compute;
import glassbox.nn.Ensemble;
import glassbox.nn.Network;
import glassbox.training.RunPlan;
import glassbox.training.Trainer;
import java.io.IOException;
import java.util.List;

/**
 * Several saved networks as one, kept like a run that has not made a step: whatever reads a run's
 * folder reads an ensemble.
 */
public final class EnsembleFolder {
  private EnsembleFolder() {}

  /**
   * The network that answers for all, with the recipe of the first.
   *
   * @throws IllegalArgumentException naming the model that does not fit the first
   */
  public static Model join(List<Model> models, Compute compute) {
    Network joined = Ensemble.of(models.stream().map(Model::network).toList(), compute);
    Model first = models.getFirst();
    return new Model(joined, first.recipe().withNetwork(joined.specs()), first.classNames());
  }

  /**
   * Writes the folder, with what the joined network answers to the test set.
   *
   * @param joined of the data set that its recipe names
   * @param members what to call the networks in it
   */
  public static void write(RunFolder folder, Model joined, List<String> members, Trial trial)
      throws IOException {
    Trainer trainer = new Trainer(new RunPlan(joined.recipe()), trial.data(), trial.compute());
    trainer.network().copyFrom(joined.network());
    RunRecorder recorder = new RunRecorder(folder, trainer);
    String name = "Ensemble of " + members.size();
    recorder.begin(RunAbout.of(name, trial.data().checksum()).joining(members));
    recorder.keepBeginning();
    Predictions test = new Predictions(trial.data().test(), trainer.testProbabilities());
    recorder.finish(test, trial.compute());
  }

  /** What the network is tried on, and what computes that. */
  public record Trial(ImageDataset data, Compute compute) {}
}
