package glassbox.ui.controls;

import java.util.function.Consumer;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Separator;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.ListBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.ThematicBreak;
import org.commonmark.parser.Parser;
import org.jspecify.annotations.Nullable;

/** A text in Markdown as nodes: headings, paragraphs, lists, links, pictures. */
public final class MarkdownView extends VBox {
  private static final Parser PARSER = Parser.builder().build();

  /**
   * A text.
   *
   * @param pictures the node of a picture's address, null for none: then its words stand there
   * @param links hears the address of a link that is followed
   */
  public MarkdownView(
      String markdown, Function<String, @Nullable Region> pictures, Consumer<String> links) {
    getStyleClass().add("markdown");
    getStylesheets().add(ProgramFile.beside(MarkdownView.class, "markdown.css"));
    PARSER.parse(markdown).accept(new Blocks(this, pictures, links));
  }

  /** Adds a node to a box for every block below. */
  private static final class Blocks extends AbstractVisitor {
    private final Pane box;
    private final Function<String, @Nullable Region> pictures;
    private final Consumer<String> links;

    Blocks(Pane box, Function<String, @Nullable Region> pictures, Consumer<String> links) {
      this.box = box;
      this.pictures = pictures;
      this.links = links;
    }

    private TextFlow flow(org.commonmark.node.Node block, String style) {
      TextFlow flow = new TextFlow();
      flow.getStyleClass().add(style);
      Spans spans = new Spans(flow, pictures, links);
      for (var child = block.getFirstChild(); child != null; child = child.getNext()) {
        child.accept(spans);
      }
      return flow;
    }

    @Override
    public void visit(Heading heading) {
      box.getChildren().add(flow(heading, "markdown-heading-" + Math.min(3, heading.getLevel())));
    }

    @Override
    public void visit(Paragraph paragraph) {
      boolean alone = paragraph.getFirstChild() == paragraph.getLastChild();
      Region picture =
          alone && paragraph.getFirstChild() instanceof Image image
              ? pictures.apply(image.getDestination())
              : null;
      if (picture == null) {
        box.getChildren().add(flow(paragraph, "markdown-paragraph"));
      } else {
        HBox line = new HBox(picture);
        line.getStyleClass().add("markdown-picture");
        box.getChildren().add(line);
      }
    }

    @Override
    public void visit(BulletList list) {
      box.getChildren().add(items(list, number -> "•"));
    }

    @Override
    public void visit(OrderedList list) {
      Integer first = list.getMarkerStartNumber();
      int start = first == null ? 1 : first;
      box.getChildren().add(items(list, number -> start + number + "."));
    }

    private VBox items(ListBlock list, Function<Integer, String> mark) {
      VBox items = new VBox();
      items.getStyleClass().add("markdown-list");
      int number = 0;
      for (var child = list.getFirstChild(); child != null; child = child.getNext()) {
        Label bullet = new Label(mark.apply(number++));
        bullet.setMinWidth(Region.USE_PREF_SIZE);
        VBox content = new VBox();
        content.getStyleClass().add("markdown-item");
        HBox.setHgrow(content, Priority.ALWAYS);
        ((ListItem) child).accept(new Blocks(content, pictures, links));
        HBox item = new HBox(bullet, content);
        item.getStyleClass().add("markdown-line");
        item.setAlignment(Pos.TOP_LEFT);
        items.getChildren().add(item);
      }
      return items;
    }

    @Override
    public void visit(FencedCodeBlock code) {
      Label block = new Label(code.getLiteral().stripTrailing());
      block.getStyleClass().add("markdown-code");
      box.getChildren().add(block);
    }

    @Override
    public void visit(ThematicBreak line) {
      box.getChildren().add(new Separator());
    }
  }

  /** Adds texts and links to a flow. */
  private static final class Spans extends AbstractVisitor {
    private final TextFlow flow;
    private final Function<String, @Nullable Region> pictures;
    private final Consumer<String> links;
    private String style = "markdown-text";

    Spans(TextFlow flow, Function<String, @Nullable Region> pictures, Consumer<String> links) {
      this.flow = flow;
      this.pictures = pictures;
      this.links = links;
    }

    private void add(String words) {
      Text text = new Text(words);
      text.getStyleClass().addAll("markdown-text", style);
      flow.getChildren().add(text);
    }

    private void within(String inner, Runnable children) {
      String outer = style;
      style = inner;
      children.run();
      style = outer;
    }

    @Override
    public void visit(org.commonmark.node.Text text) {
      add(text.getLiteral());
    }

    @Override
    public void visit(SoftLineBreak space) {
      add(" ");
    }

    @Override
    public void visit(HardLineBreak line) {
      add("\n");
    }

    @Override
    public void visit(StrongEmphasis strong) {
      within("markdown-strong", () -> visitChildren(strong));
    }

    @Override
    public void visit(Emphasis emphasis) {
      within("markdown-emphasis", () -> visitChildren(emphasis));
    }

    @Override
    public void visit(Code code) {
      within("markdown-strong", () -> add(code.getLiteral()));
    }

    @Override
    public void visit(Image image) {
      Node picture = pictures.apply(image.getDestination());
      if (picture == null) {
        visitChildren(image);
      } else {
        flow.getChildren().add(picture);
      }
    }

    @Override
    public void visit(Link link) {
      Hyperlink hyperlink = new Hyperlink(words(link));
      hyperlink.getStyleClass().add("markdown-link");
      hyperlink.setOnAction(event -> links.accept(link.getDestination()));
      flow.getChildren().add(hyperlink);
    }

    private static String words(org.commonmark.node.Node node) {
      StringBuilder words = new StringBuilder();
      node.accept(
          new AbstractVisitor() {
            @Override
            public void visit(org.commonmark.node.Text text) {
              words.append(text.getLiteral());
            }

            @Override
            public void visit(SoftLineBreak space) {
              words.append(' ');
            }
          });
      return words.toString();
    }
  }
}
