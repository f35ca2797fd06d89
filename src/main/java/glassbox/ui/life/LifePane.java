package glassbox.ui.life;

import glassbox.analysis.Lives;
import glassbox.analysis.Predictions;
import glassbox.data.ImageDataset;
import glassbox.data.ImageSet;
import glassbox.ui.controls.Card;
import glassbox.ui.controls.Exportable;
import glassbox.ui.controls.PixelView;
import glassbox.ui.controls.ProbabilityBars;
import glassbox.ui.controls.ProgramFile;
import glassbox.ui.controls.WholeText;
import glassbox.ui.session.Examined;
import glassbox.ui.session.MissingAnswers;
import glassbox.ui.session.Part;
import glassbox.ui.session.Run;
import glassbox.ui.session.TrainingSession;
import glassbox.ui.words.Figures;
import glassbox.ui.words.Words;
import java.util.List;
import javafx.beans.value.ChangeListener;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The image that is chosen: large, with the probability of every class, and its life. */
public final class LifePane extends VBox {
  private static final int MOST_BARS = 10;
  private static final double TALL = 430;
  private static final double LOW = 330;
  private static final PseudoClass LOW_PANE = PseudoClass.getPseudoClass("low");
  private static final int LARGE = 168;
  private static final int SMALL = 112;

  private final TrainingSession session;
  private final Label facts = new Label();
  private final Label empty = new Label();
  private final Label lifeFacts = new Label();
  private final PixelView picture = new PixelView(SMALL);
  private final ProbabilityBars bars = new ProbabilityBars(MOST_BARS);
  private final LifeView life;
  private final KindChips kinds;
  private final VBox shown;
  private @Nullable ImageSet pictured;
  private int picturedImage = -1;

  public LifePane(TrainingSession session) {
    this.session = session;
    getStyleClass().add("life-pane");
    getStylesheets().add(ProgramFile.beside(LifePane.class, "life.css"));
    life = new LifeView(this::goTo);
    kinds = new KindChips(session.selection()::show);
    facts.getStyleClass().add("muted");
    facts.setId("image-facts");
    empty.getStyleClass().add("empty-state");
    empty.setWrapText(true);
    HBox image = new HBox(picture, bars);
    HBox.setHgrow(bars, Priority.ALWAYS);
    image.getStyleClass().add("life-image");
    VBox.setVgrow(life, Priority.ALWAYS);
    shown = new VBox(image, lifeHeader(), life);
    shown.getStyleClass().add("life-content");
    StackPane content = new StackPane(shown, empty);
    VBox.setVgrow(content, Priority.ALWAYS);
    VBox inside = new VBox(content, kinds);
    inside.getStyleClass().add("life-content");
    Card card = new Card(Words.of("life.title"), inside).fact(facts);
    card.exportable(Exportable.picture("life", shown).withSvg(life::svg).withCsv(life::csv));
    VBox.setVgrow(card, Priority.ALWAYS);
    getChildren().add(card);
    listen();
    refresh();
  }

  private HBox lifeHeader() {
    Label title = new Label(Words.of("life.its"));
    title.getStyleClass().add("life-title");
    title.setMinWidth(Region.USE_PREF_SIZE);
    lifeFacts.getStyleClass().add("life-facts");
    WholeText.onHover(lifeFacts);
    HBox header = new HBox(8, title, lifeFacts);
    header.setAlignment(Pos.BASELINE_LEFT);
    return header;
  }

  private void listen() {
    ChangeListener<Object> changed = (property, before, now) -> refresh();
    session.examinedProperty().addListener(changed);
    session.datasetProperty().addListener(changed);
    session.livesProperty().addListener(changed);
    session.runProperty().addListener(changed);
    session.selection().imageProperty().addListener(changed);
    sceneProperty().addListener(changed);
    heightProperty().addListener(changed);
    heightProperty().addListener(property -> pseudoClassStateChanged(LOW_PANE, getHeight() < LOW));
    session
        .playhead()
        .stepProperty()
        .addListener((property, before, now) -> life.look(now.longValue()));
  }

  private void goTo(long step) {
    Run run = session.runProperty().get();
    if (run != null && step >= run.steps()) {
      session.playhead().toLive();
    } else {
      session.playhead().moveTo(step);
    }
  }

  /** Does nothing while nobody looks. */
  private void refresh() {
    if (getScene() == null) {
      return;
    }
    Lives lives = session.livesProperty().get();
    Examined now = session.examinedProperty().get();
    kinds.show(session.partProperty().get() == Part.TEST ? lives : null);
    int image = session.selection().image();
    ImageDataset data = session.datasetProperty().get();
    boolean there =
        now != null
            && data != null
            && image >= 0
            && image < now.answers().count()
            && now.answers().classes() == data.classes();
    shown.setVisible(there);
    empty.setVisible(!there);
    if (now == null || data == null || !there) {
      facts.setText("");
      empty.setText(
          now == null
              ? MissingAnswers.words(session, Words.of("life.missing"))
              : Words.of("life.choose"));
      return;
    }
    showImage(now, image, data.classNames());
    showLife(now, image, lives, data.classNames());
  }

  private void showImage(Examined now, int image, List<String> names) {
    Predictions answers = now.answers();
    facts.setText(words(now, image, names));
    bars.show(answers.probabilities(image), names, answers.truth(image), answers.answer(image));
    ImageSet images = answers.images();
    int room = getHeight() >= TALL ? LARGE : SMALL;
    picture.setRoom(room);
    if (images != pictured || image != picturedImage) {
      picture.show(images.image(image), images.height(), images.width());
      pictured = images;
      picturedImage = image;
    }
  }

  private static String words(Examined now, int image, List<String> names) {
    Predictions answers = now.answers();
    String truth = names.get(answers.truth(image));
    return Words.of(
        "life.facts",
        now.part().word(),
        image,
        answers.isCorrect(image)
            ? Words.of("life.correct", truth)
            : Words.of("life.incorrect", truth, names.get(answers.answer(image))),
        Figures.decimal(answers.loss(image), 2),
        Figures.percent(answers.margin(image), 0));
  }

  private void showLife(Examined now, int image, @Nullable Lives lives, List<String> names) {
    if (now.part() != Part.TEST || lives == null || lives.size() == 0) {
      life.show(null, names, 1);
      lifeFacts.setText(
          now.part() == Part.TEST ? Words.of("life.reading") : Words.of("life.testOnly"));
      return;
    }
    life.show(lives.of(image), names, now.moment().run().steps());
    life.look(session.playhead().stepProperty().get());
    long flip = lives.lastFlip(image);
    lifeFacts.setText(
        flip == Lives.NO_FLIP
            ? Words.of("life.never", KindChips.words(lives.kind(image)))
            : Words.of("life.flip", KindChips.words(lives.kind(image)), flip));
  }
}
