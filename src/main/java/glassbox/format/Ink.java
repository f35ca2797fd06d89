package glassbox.format;

import java.awt.Color;
import java.awt.Font;

/** What a text is written with. */
record Ink(Font font, Color color) {}
