package glassbox.ui.draw;

import glassbox.data.Inking;
import glassbox.data.Picture;
import glassbox.ui.controls.GrayImages;
import glassbox.ui.words.Words;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.Tooltip;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** A picture that was pasted or dropped, and what would be taken for ink, before it is used. */
final class PhotoCard extends VBox {
  private static final double PREVIEW = 196;

  private final Picture photo;
  private final ImageView result = new ImageView();
  private final CheckBox dark = new CheckBox(Words.of("draw.photo.dark"));
  private final CheckBox automatic = new CheckBox(Words.of("draw.photo.threshold.auto"));
  private final Slider threshold = new Slider(0, 255, 128);
  private final Inking usual;

  /**
   * The card.
   *
   * @param usual how ink is told from paper for this data set
   * @param use takes the choice
   */
  PhotoCard(Picture photo, Inking usual, Consumer<Inking> use, Runnable close) {
    this.photo = photo;
    this.usual = usual;
    setId("photo-card");
    getStyleClass().addAll("card-pane", "photo-card");
    setFocusTraversable(true);
    Label title = new Label(Words.of("draw.photo"));
    title.getStyleClass().add("card-title");
    ImageView original =
        new ImageView(GrayImages.enlarged(photo.gray(), photo.height(), photo.width(), 1));
    for (ImageView view : new ImageView[] {original, result}) {
      view.setFitWidth(PREVIEW);
      view.setFitHeight(PREVIEW);
      view.setPreserveRatio(true);
    }
    HBox pictures =
        new HBox(
            captioned(original, Words.of("draw.photo.before")),
            captioned(result, Words.of("draw.photo.after")));
    pictures.getStyleClass().add("photo-pictures");
    prepareChoices();
    getChildren().addAll(title, pictures, dark, automatic, threshold, buttons(use, close));
    refresh();
  }

  private static VBox captioned(ImageView view, String words) {
    Label caption = new Label(words);
    view.setAccessibleText(Words.of("draw.photo.picture", words));
    caption.getStyleClass().add("muted");
    VBox box = new VBox(view, caption);
    box.getStyleClass().add("photo-picture");
    box.setAlignment(Pos.TOP_CENTER);
    return box;
  }

  private void prepareChoices() {
    dark.setId("photo-dark");
    dark.setTooltip(new Tooltip(Words.of("draw.photo.dark.help")));
    dark.setSelected(usual.isDark(photo));
    dark.setOnAction(event -> refresh());
    automatic.setId("photo-automatic");
    automatic.setTooltip(new Tooltip(Words.of("draw.photo.threshold.auto.help")));
    automatic.setSelected(true);
    automatic.setOnAction(event -> refresh());
    threshold.setId("photo-threshold");
    threshold.setTooltip(new Tooltip(Words.of("draw.photo.threshold")));
    threshold.setAccessibleText(Words.of("draw.photo.threshold"));
    threshold.setValue(usual.thresholdFor(photo));
    threshold.disableProperty().bind(automatic.selectedProperty());
    threshold.valueProperty().addListener(property -> refresh());
  }

  private HBox buttons(Consumer<Inking> use, Runnable close) {
    Button cancel = new Button(Words.of("draw.photo.cancel"));
    cancel.setId("photo-cancel");
    cancel.setTooltip(new Tooltip(Words.of("draw.photo.cancel.help")));
    cancel.setOnAction(event -> close.run());
    Button take = new Button(Words.of("draw.photo.use"));
    take.setId("photo-use");
    take.getStyleClass().add("accent");
    take.setTooltip(new Tooltip(Words.of("draw.photo.use.help")));
    take.setDefaultButton(true);
    take.setOnAction(event -> {
      close.run();
      use.accept(inking());
    });
    HBox buttons = new HBox(8, cancel, take);
    buttons.setAlignment(Pos.CENTER_RIGHT);
    return buttons;
  }

  private Inking inking() {
    Inking.Polarity polarity =
        dark.isSelected() ? Inking.Polarity.DARK_INK : Inking.Polarity.BRIGHT_INK;
    int level = automatic.isSelected() ? usual.threshold() : (int) threshold.getValue();
    return new Inking(polarity, level);
  }

  private void refresh() {
    Picture ink = inking().apply(photo);
    result.setImage(GrayImages.enlarged(ink.gray(), ink.height(), ink.width(), 1));
    if (automatic.isSelected()) {
      threshold.setValue(inking().thresholdFor(photo));
    }
  }
}
