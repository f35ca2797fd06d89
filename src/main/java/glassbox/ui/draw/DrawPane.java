package glassbox.ui.draw;

import glassbox.data.ImageDataset;
import glassbox.data.Inking;
import glassbox.data.Picture;
import glassbox.data.Preparation;
import glassbox.ui.controls.Card;
import glassbox.ui.controls.Overlay;
import glassbox.ui.controls.ProgramFile;
import glassbox.ui.controls.WhileShown;
import glassbox.ui.session.DrawnAnswer;
import glassbox.ui.session.NearTraining;
import glassbox.ui.session.TrainingSession;
import glassbox.ui.words.Figures;
import glassbox.ui.words.Words;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.css.PseudoClass;
import javafx.event.EventHandler;
import javafx.geometry.Pos;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DragEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * The Draw view: what one draws or pastes, what the network of the step that is looked at takes it
 * for, how it is prepared, what it is like, and what is kept.
 */
public final class DrawPane extends VBox {
  static final PseudoClass BEST = PseudoClass.getPseudoClass("best");

  private final TrainingSession session;
  private final Supplier<Overlay> overlay;
  private final DrawModel model;
  private final AnswerBars bars = new AnswerBars();
  private final Label taken = new Label();
  private final Label sure = new Label();
  private final Label empty = new Label();

  /** Five pictures of 84 points, the room between them and around. */
  private static final double STAGES_WIDTH = 5 * 84 + 4 * 12 + 36;

  /** Five pictures of 64 points, the room between them and around. */
  private static final double NEAR_WIDTH = 5 * 64 + 48;

  /** From this width on there is room for three cards side by side. */
  private static final double WIDE = STAGES_WIDTH + NEAR_WIDTH + 3 * 16;

  /** Where it is narrow, so high that the stages can be seen below. */
  private static final double NARROW_HEIGHT = 300;

  private final VBox rows = new VBox();
  private final ScrollPane scroll = new ScrollPane(rows);
  private final Card drawCard;
  private final Card answerCard;
  private final Card stagesCard;
  private final Card nearCard;
  private final Card keepCard;
  private final StageRow stages;
  private final NearRow near = new NearRow();
  private final Label nearFacts = new Label();
  private final Label nearEmpty = new Label();
  private final KeepCard keep;
  private final EventHandler<KeyEvent> keys = this::pasteByKey;
  private List<String> names = List.of();

  /**
   * The view.
   *
   * @param drawings the folder that drawings are kept in
   * @param overlay where a picture is looked at before it is used
   */
  public DrawPane(TrainingSession session, Path drawings, Supplier<Overlay> overlay) {
    this.session = session;
    this.overlay = overlay;
    model = new DrawModel(session);
    stages = new StageRow(model);
    keep =
        new KeepCard(session.drawings(drawings), folder -> session.useDataset(folder.toString()));
    getStyleClass().add("draw-pane");
    getStylesheets().add(ProgramFile.beside(DrawPane.class, "draw.css"));
    drawCard = drawCard();
    answerCard = answerCard();
    nearCard = nearCard();
    keepCard = keep.card();
    stagesCard = new Card(Words.of("draw.stages"), stages).fact(stagesFact());
    stagesCard.setMinWidth(STAGES_WIDTH);
    stagesCard.setPrefWidth(STAGES_WIDTH);
    rows.getStyleClass().add("draw-rows");
    scroll.getStyleClass().addAll("draw-scroll", "edge-to-edge");
    scroll.setFitToWidth(true);
    scroll.setFitToHeight(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.setMinWidth(STAGES_WIDTH + 32);
    scroll.setMinHeight(200);
    VBox.setVgrow(scroll, Priority.ALWAYS);
    getChildren().add(scroll);
    widthProperty().addListener(property -> arrange());
    arrange();
    session.datasetProperty().addListener((property, before, now) -> useNames(now));
    session.drawn().answerProperty().addListener(property -> refresh());
    model.preparationProperty().addListener(property -> refresh());
    session.snapshotProperty().addListener(property -> refresh());
    useNames(session.datasetProperty().get());
    WhileShown.onShown(this, model::watch, model::leave);
    acceptPictures();
  }

  /** Two rows, or where a lesson leaves less room four, of which one sees two at a time. */
  private void arrange() {
    boolean narrow = getWidth() > 0 && getWidth() < WIDE;
    int wanted = narrow ? 4 : 2;
    if (rows.getChildren().size() == wanted) {
      return;
    }
    rows.getChildren().clear();
    HBox above = row(drawCard, answerCard);
    HBox below = row(stagesCard);
    VBox.setVgrow(above, Priority.ALWAYS);
    rows.getChildren().addAll(above, below);
    if (narrow) {
      rows.getChildren().addAll(row(nearCard), row(keepCard));
    } else {
      put(above, keepCard);
      put(below, nearCard);
    }
    scroll.setFitToHeight(!narrow);
    drawCard.setPrefHeight(narrow ? NARROW_HEIGHT : USE_COMPUTED_SIZE);
  }

  private static HBox row(Card... cards) {
    HBox row = new HBox();
    row.getStyleClass().add("pane-row");
    for (Card card : cards) {
      put(row, card);
    }
    return row;
  }

  private static void put(HBox row, Card card) {
    HBox.setHgrow(card, Priority.ALWAYS);
    row.getChildren().add(card);
  }

  /** A second view of the same drawing and of the answer to it. */
  public PresentedDrawing presented() {
    return new PresentedDrawing(session, model);
  }

  private Card drawCard() {
    VBox content = new VBox(new BrushBar(model), new DrawingArea(model));
    content.getStyleClass().add("draw-content");
    VBox.setVgrow(content.getChildren().getLast(), Priority.ALWAYS);
    Card card = new Card(Words.of("draw.title"), content);
    card.setPrefWidth(300);
    card.setMinWidth(300);
    return card;
  }

  private Card answerCard() {
    taken.setId("draw-answer");
    taken.getStyleClass().add("draw-value");
    taken.managedProperty().bind(taken.textProperty().isNotEmpty());
    sure.setId("draw-confidence");
    sure.getStyleClass().add("muted");
    empty.setId("draw-empty");
    empty.getStyleClass().add("empty-state");
    empty.setWrapText(true);
    empty.setMouseTransparent(true);
    return new Card(Words.of("draw.answer"), new StackPane(bars, empty)).fact(taken).fact(sure);
  }

  private static Label stagesFact() {
    Label fact = new Label(Words.of("draw.stages.fact"));
    fact.getStyleClass().add("muted");
    return fact;
  }

  private Card nearCard() {
    nearFacts.setId("near-facts");
    nearFacts.getStyleClass().add("muted");
    nearEmpty.getStyleClass().add("empty-state");
    nearEmpty.setWrapText(true);
    StackPane content = new StackPane(near, nearEmpty);
    content.setAlignment(Pos.TOP_LEFT);
    Card card = new Card(Words.of("draw.near"), content).fact(nearFacts);
    card.setMinWidth(NEAR_WIDTH);
    card.setPrefWidth(NEAR_WIDTH);
    return card;
  }

  private void useNames(@Nullable ImageDataset data) {
    names = data == null ? List.of() : data.classNames();
    bars.setNames(names);
    keep.setNames(names);
    refresh();
  }

  private void refresh() {
    DrawnAnswer answer = session.drawn().answerProperty().get();
    Preparation preparation = model.preparationProperty().get();
    boolean fits = answer != null && answer.fits(names.size());
    DrawnAnswer shown = fits ? answer : null;
    DrawnAnswer answered = shown != null && shown.last().isAnswered() ? shown : null;
    taken.setText(answered == null ? "" : names.get(answered.last().answer()));
    sure.setText(answered == null ? "" : sure(answered));
    bars.show(answered == null ? null : answered.last());
    bars.setVisible(session.snapshotProperty().get() != null);
    empty.setText(whatIsMissing());
    empty.setVisible(!bars.isVisible());
    stages.show(shown, preparation, names);
    keep.show(shown);
    showNear(answered == null ? null : answered.near());
  }

  private String whatIsMissing() {
    return names.isEmpty() ? Words.of("draw.missing.data") : Words.of("draw.missing");
  }

  private static String sure(DrawnAnswer answer) {
    long step = answer.moment() == null ? 0 : answer.moment().step();
    return Words.of("draw.sure", Figures.percent(answer.last().confidence(), 1), step);
  }

  private void showNear(@Nullable NearTraining found) {
    near.show(found, names);
    nearFacts.setText(found == null ? "" : Words.of("draw.near.fact", found.among(), found.step()));
    nearEmpty.setVisible(found == null);
    nearEmpty.setText(
        session.snapshotProperty().get() == null || model.emptyProperty().get()
            ? Words.of("draw.near.empty")
            : Words.of("draw.near.looking"));
  }

  // Pictures from elsewhere

  private void acceptPictures() {
    addEventHandler(
        DragEvent.DRAG_OVER,
        event -> {
          if (Pictures.fileOf(event.getDragboard()).isPresent()
              || event.getDragboard().hasImage()) {
            event.acceptTransferModes(TransferMode.COPY);
            event.consume();
          }
        });
    addEventHandler(
        DragEvent.DRAG_DROPPED,
        event -> {
          if (take(event.getDragboard())) {
            event.setDropCompleted(true);
            event.consume();
          }
        });
    sceneProperty().addListener((property, before, now) -> listen(before, now));
  }

  /** Only while the view is shown. */
  private void listen(@Nullable Scene before, @Nullable Scene now) {
    if (before != null) {
      before.removeEventHandler(KeyEvent.KEY_PRESSED, keys);
    }
    if (now != null) {
      now.addEventHandler(KeyEvent.KEY_PRESSED, keys);
    }
  }

  private void pasteByKey(KeyEvent event) {
    if (event.isShortcutDown() && event.getCode() == KeyCode.V && !overlay.get().isOpen()) {
      if (!take(Clipboard.getSystemClipboard())) {
        session.refuse(Words.of("draw.clipboard"));
      }
      event.consume();
    }
  }

  /** Shows the picture of a clipboard or drag, where there is one. */
  private boolean take(Clipboard board) {
    Optional<File> file = Pictures.fileOf(board);
    Optional<Picture> image = file.isPresent() ? Optional.empty() : Pictures.imageOf(board);
    file.ifPresent(each -> lookAt(each.toPath()));
    image.ifPresent(
        each -> session.drawn().open(each, model.height(), model.width(), this::preview));
    return file.isPresent() || image.isPresent();
  }

  /** Reads a picture file and shows it before it is used. */
  void lookAt(Path file) {
    session.drawn().open(file, model.height(), model.width(), this::preview);
  }

  private void preview(Picture photo) {
    Inking usual = Preparation.like(model.preparationProperty().get().framing()).inking();
    Overlay above = overlay.get();
    if (photo.height() == model.height() && photo.width() == model.width()) {
      above.show(new PhotoCard(photo, usual, inking -> model.put(photo, inking), above::close));
    }
  }
}
