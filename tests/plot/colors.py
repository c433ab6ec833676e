"""How far apart two colours are: contrast by WCAG 2.2, and how the colour-blind see them by Viénot et al. (1999)."""

import numpy as np

# From linear RGB to what is left of it without one kind of cones (doi:10.1002/(SICI)1520-6378(199908)24:4<243).
BLIND = {
    "protan": [[0.11238, 0.88762, 0.0], [0.11238, 0.88762, 0.0], [0.00401, -0.00401, 1.0]],
    "deutan": [[0.29275, 0.70725, 0.0], [0.29275, 0.70725, 0.0], [-0.02234, 0.02234, 1.0]],
}


def linear(color):
    parts = np.array([int(color[start : start + 2], 16) / 255 for start in (1, 3, 5)])
    return np.where(parts <= 0.04045, parts / 12.92, ((parts + 0.055) / 1.055) ** 2.4)


def contrast(one, other):
    """Return the contrast ratio of two colours, 1 to 21."""
    bright, dim = sorted((float(linear(each) @ [0.2126, 0.7152, 0.0722]) for each in (one, other)), reverse=True)
    return (bright + 0.05) / (dim + 0.05)


def lab(rgb):
    """Return CIE L*a*b* of linear RGB."""
    xyz = np.array([[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]]) @ np.clip(rgb, 0, 1)
    x, y, z = np.where((part := xyz / [0.9505, 1.0, 1.089]) > 0.008856, np.cbrt(part), 7.787 * part + 16 / 116)
    return np.array([116 * y - 16, 500 * (x - y), 200 * (y - z)])


def apart(one, other, blindness=None):
    """Return how different two colours look (CIE 1976), to everybody or to somebody colour-blind."""
    seen = np.eye(3) if blindness is None else np.array(BLIND[blindness])
    return float(np.linalg.norm(lab(seen @ linear(one)) - lab(seen @ linear(other))))
