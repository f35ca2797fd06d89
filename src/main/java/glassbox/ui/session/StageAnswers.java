package glassbox.ui.session;

import glassbox.analysis.NearestImages;
import glassbox.data.Picture;
import glassbox.data.Preparation;
import glassbox.data.Preparation.Stage;
import glassbox.linalg.Compute;
import glassbox.linalg.Matrix;
import glassbox.nn.Network;
import glassbox.nn.Pass;
import glassbox.nn.SoftmaxCrossEntropy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Asks the network of one step about all stages of a drawing at once. For one thread. */
final class StageAnswers {
  private static final int STAGES = Stage.values().length;
  private static final int NEAREST = 5;
  private static final float[] NONE = {};

  private final @Nullable Snapshot moment;
  private final @Nullable Network network;

  /** By a copy of the network, with buffers for as many images as there are stages. */
  StageAnswers(@Nullable Snapshot moment) {
    this.moment = moment;
    network = moment == null ? null : moment.network().copy(STAGES, Compute.single());
  }

  @Nullable Snapshot moment() {
    return moment;
  }

  /** The pictures of every stage with the answers to them. */
  List<DrawnAnswer.Staged> answer(Drawn drawn) {
    Preparation preparation = drawn.preparation();
    Map<Stage, Picture> pictures = preparation.stages(drawn.raw());
    List<Picture> given = pictures.values().stream().map(preparation::framed).toList();
    float[][] probabilities = probabilities(given);
    List<DrawnAnswer.Staged> stages = new ArrayList<>();
    pictures.forEach((stage, picture) -> {
      int i = stages.size();
      stages.add(new DrawnAnswer.Staged(stage, picture, given.get(i), probabilities[i]));
    });
    return stages;
  }

  private float[][] probabilities(List<Picture> given) {
    float[][] each = new float[STAGES][];
    java.util.Arrays.fill(each, NONE);
    if (network == null || network.inputs() != given.getFirst().gray().length) {
      return each;
    }
    Matrix logits = network.forward(matrix(given), Pass.EVALUATION);
    SoftmaxCrossEntropy softmax = new SoftmaxCrossEntropy(STAGES, logits.columns(), 0);
    softmax.forward(logits, new int[STAGES]);
    for (int i = 0; i < STAGES; i++) {
      int at = i * logits.columns();
      each[i] =
          java.util.Arrays.copyOfRange(softmax.probabilities().values(), at, at + logits.columns());
    }
    return each;
  }

  private static Matrix matrix(List<Picture> pictures) {
    int pixels = pictures.getFirst().gray().length;
    Matrix x = new Matrix(pictures.size(), pixels);
    for (int i = 0; i < pictures.size(); i++) {
      byte[] gray = pictures.get(i).gray();
      for (int p = 0; p < pixels; p++) {
        x.values()[i * pixels + p] = (gray[p] & 0xff) / 255f;
      }
    }
    return x;
  }

  /** The five images that the network sees most like a picture. */
  static @Nullable NearTraining near(NeighbourIndex.@Nullable Index index, Picture picture) {
    if (index == null || index.network().inputs() != picture.gray().length) {
      return null;
    }
    Matrix hidden = NearestImages.lastHidden(index.network(), matrix(List.of(picture)));
    List<NearTraining.One> images = new ArrayList<>();
    for (NearestImages.Near near : index.images().nearest(hidden.values(), NEAREST)) {
      var of = index.images().images();
      Picture image = new Picture(of.image(near.image()), of.height(), of.width());
      images.add(
          new NearTraining.One(near.image(), image, of.label(near.image()), near.distance()));
    }
    return new NearTraining(index.moment().step(), index.images().images().count(), images);
  }
}
