package glassbox.analysis;

/**
 * A network's answers to a set of images after one step, small enough to keep many of them.
 *
 * @param step steps done
 * @param answers the class that each of the N images is taken for, as an unsigned byte
 * @param shares [N x C] probabilities, each a whole number of 255ths; not to be changed
 */
public record Moment(long step, byte[] answers, byte[] shares) {
  private static final int WHOLE = 255;

  /** Keeps what was answered; each probability within 1/510 of what it was. */
  public static Moment of(long step, Predictions predictions) {
    int classes = predictions.classes();
    byte[] answers = new byte[predictions.count()];
    byte[] shares = new byte[answers.length * classes];
    for (int image = 0; image < answers.length; image++) {
      answers[image] = (byte) predictions.answer(image);
      for (int c = 0; c < classes; c++) {
        shares[image * classes + c] = (byte) Math.round(WHOLE * predictions.probability(image, c));
      }
    }
    return new Moment(step, answers, shares);
  }

  int answer(int image) {
    return answers[image] & 0xff;
  }

  /** The probabilities of all classes for one image. */
  float[] shares(int image) {
    int classes = shares.length / answers.length;
    float[] of = new float[classes];
    for (int c = 0; c < classes; c++) {
      of[c] = (shares[image * classes + c] & 0xff) / (float) WHOLE;
    }
    return of;
  }

  /** How much memory it takes. */
  long bytes() {
    return (long) answers.length + shares.length;
  }
}
