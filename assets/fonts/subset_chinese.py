# Makes "Glassbox Sans SC": the part of Noto Sans CJK SC that the Chinese window needs.
# Characters: level 1 of GB 2312 (3,755, what is mostly written), Latin, signs, and all that the texts in zh folders use.
import glob
import sys
from fontTools import subset
from fontTools.ttLib import TTCollection

src, out, resources = sys.argv[1:4]
SC = 2  # the order in the collection: JP, KR, SC, TC, HK
wanted = set(range(0x20, 0x180)) | set(range(0x2000, 0x2070)) | set(range(0x2190, 0x2200)) | set(range(0x2200, 0x2300))
wanted |= set(range(0x2500, 0x2800)) | set(range(0x3000, 0x3020)) | set(range(0xFF00, 0xFF60)) | set(range(0x391, 0x3CA))
for row in range(0xB0, 0xD8):
    for cell in range(0xA1, 0xFF):
        try:
            wanted.add(ord(bytes([row, cell]).decode("gb2312")))
        except UnicodeDecodeError:
            pass  # the last row is not full
for file in glob.glob(resources + "/**/zh/*", recursive=True):
    wanted |= set(map(ord, open(file, encoding="utf-8").read()))
wanted |= set(map(ord, "简体中文"))
for style in ("Regular", "Bold"):
    font = TTCollection(f"{src}/NotoSansCJK-{style}.ttc").fonts[SC]
    options = subset.Options()
    options.layout_features = ["kern", "mark", "mkmk", "ccmp", "locl"]
    options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 13, 14]
    options.name_languages = [0x409]
    options.notdef_outline = True
    options.glyph_names = False
    options.desubroutinize = False
    options.hinting = False
    maker = subset.Subsetter(options)
    maker.populate(unicodes=wanted)
    maker.subset(font)
    for name in font["name"].names:
        text = name.toUnicode()
        if name.nameID in (1, 3, 4, 6):
            name.string = text.replace("NotoSansCJKsc", "GlassboxSansSC").replace("Noto Sans CJK SC", "Glassbox Sans SC")
    font["CFF "].cff.fontNames[0] = "GlassboxSansSC-" + style
    file = f"{out}/GlassboxSansSC-{style}.otf"
    font.save(file)
    print(file, len(font.getBestCmap()), "characters", [n.toUnicode() for n in font["name"].names if n.nameID in (1, 2, 4, 6)])
