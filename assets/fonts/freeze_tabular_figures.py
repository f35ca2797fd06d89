# Makes "Glassbox Inter": Inter with tabular figures as the default digits (JavaFX cannot switch OpenType features).
import sys
from fontTools.ttLib import TTFont
from fontTools import subset
src, out = sys.argv[1], sys.argv[2]
for style, in [("Regular",),("Medium",),("SemiBold",),("Bold",)]:
    f = TTFont(f"{src}/Inter-{style}.otf")
    gsub = f["GSUB"].table
    m = {}
    for rec in gsub.FeatureList.FeatureRecord:
        if rec.FeatureTag == "tnum":
            for li in rec.Feature.LookupListIndex:
                for st in gsub.LookupList.Lookup[li].SubTable:
                    st = getattr(st, "ExtSubTable", st)
                    m.update(getattr(st, "mapping", {}))
    for t in f["cmap"].tables:
        for code, g in list(t.cmap.items()):
            if code in range(0x30, 0x3a) and g in m: t.cmap[code] = m[g]
    for n in f["name"].names:
        s = n.toUnicode()
        if n.nameID in (1, 3, 4, 6, 16, 21):
            n.string = s.replace("Inter", "GlassboxInter" if n.nameID == 6 else "Glassbox Inter", 1)
    if "CFF " in f:
        c = f["CFF "].cff; c.fontNames[0] = "GlassboxInter-" + style
    o = subset.Options(); o.layout_features = ["kern", "mark", "mkmk", "ccmp", "locl", "calt"]; o.name_IDs = ["*"]; o.notdef_outline = True; o.glyph_names = False
    s = subset.Subsetter(o)
    s.populate(unicodes=list(range(0x20, 0x250)) + list(range(0x2b0,0x300)) + list(range(0x370, 0x400)) + list(range(0x400, 0x460)) + list(range(0x1e00,0x1f00)) + list(range(0x2000, 0x2c00)))
    s.subset(f)
    f.save(f"{out}/GlassboxInter-{style}.otf")
    print(style, sorted(m)[:3], [n.toUnicode() for n in f["name"].names if n.nameID in (1,2,16,17)])
