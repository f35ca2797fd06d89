package glassbox.ui.timeline;

import glassbox.training.Recipe;
import glassbox.ui.session.RecipeMemory;
import glassbox.ui.session.Run;
import glassbox.ui.session.SettingWords;
import glassbox.ui.session.TrainingSession;
import glassbox.ui.words.Words;
import java.util.List;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

/** Asks what a fork is to change: one setting, or nothing. */
final class ForkCard extends VBox {
  private static final String NOTHING = "";
  private static final List<String> KEYS =
      List.of(
          "optimizer.learningRate",
          "optimizer.momentum",
          "optimizer.weightDecay",
          "dropout",
          "batchSize",
          "loss.labelSmoothing",
          "epochs",
          "optimizer.name",
          "schedule.name",
          "seed");

  private final TrainingSession session;
  private final Run run;
  private final long step;
  private final Recipe recipe;
  private final Runnable close;
  private final ComboBox<String> key = new ComboBox<>();
  private final TextField value = new TextField();
  private final Label problem = new Label();

  ForkCard(TrainingSession session, Run run, long step, Runnable close) {
    this.session = session;
    this.run = run;
    this.step = step;
    this.close = close;
    recipe = run.plan().at(step);
    getStyleClass().addAll("card-pane", "fork-card");
    setId("fork-card");
    Label title = new Label(Words.of("timeline.card.title", run.name(), step));
    title.getStyleClass().add("card-title");
    Label explanation = new Label(explanation());
    explanation.setWrapText(true);
    explanation.getStyleClass().add("muted");
    problem.getStyleClass().add("problem");
    problem.setId("fork-problem");
    problem.setWrapText(true);
    problem.managedProperty().bind(problem.textProperty().isNotEmpty());
    getChildren().addAll(title, explanation, question(), problem, buttons());
  }

  private String explanation() {
    long later = run.marks().stream().filter(mark -> mark.step() > step).count();
    return Words.of(later == 0 ? "timeline.card.explanation" : "timeline.card.explanation.later");
  }

  private HBox question() {
    key.setId("fork-key");
    key.getItems()
        .setAll(Stream.concat(Stream.of(NOTHING), KEYS.stream().filter(this::isInRecipe)).toList());
    key.setConverter(
        new StringConverter<>() {
          @Override
          public String toString(String k) {
            return k == null || k.isEmpty()
                ? Words.of("timeline.card.nothing")
                : SettingWords.name(k);
          }

          @Override
          public String fromString(String words) {
            return words;
          }
        });
    key.setAccessibleText(Words.of("timeline.card.key"));
    value.setId("fork-value");
    value.setPrefWidth(120);
    value.setAlignment(Pos.CENTER_RIGHT);
    value.setAccessibleText(Words.of("timeline.card.value"));
    value.setOnAction(event -> fork());
    key.valueProperty()
        .addListener((property, before, now) -> {
          value.setText(now.isEmpty() ? "" : RecipeMemory.value(recipe, now).orElse(""));
          value.setDisable(now.isEmpty());
          problem.setText("");
        });
    key.setValue(KEYS.getFirst());
    HBox.setHgrow(key, Priority.ALWAYS);
    key.setMaxWidth(Double.MAX_VALUE);
    HBox line = new HBox(8, key, value);
    line.setAlignment(Pos.CENTER_LEFT);
    return line;
  }

  private boolean isInRecipe(String name) {
    return RecipeMemory.value(recipe, name).isPresent();
  }

  private HBox buttons() {
    Button fork = new Button(Words.of("timeline.card.fork"));
    fork.setId("fork-now");
    fork.getStyleClass().add("accent");
    fork.setDefaultButton(true);
    fork.setOnAction(event -> fork());
    Button cancel = new Button(Words.of("timeline.card.cancel"));
    cancel.setOnAction(event -> close.run());
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    HBox buttons = new HBox(8, space, cancel, fork);
    buttons.setAlignment(Pos.CENTER_RIGHT);
    return buttons;
  }

  private void fork() {
    try {
      Recipe by =
          key.getValue().isEmpty()
              ? recipe
              : RecipeMemory.with(recipe, key.getValue(), value.getText().strip());
      session.requireFork(run, step, by);
      close.run();
      session.fork(run, step, by);
    } catch (IllegalArgumentException e) {
      problem.setText(SettingWords.reason(String.valueOf(e.getMessage())));
    }
  }

  @Override
  public void requestFocus() {
    value.requestFocus();
    value.selectAll();
  }
}
