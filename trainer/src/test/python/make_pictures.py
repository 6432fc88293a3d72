#!/usr/bin/env python3
"""Makes the pictures and the expected numbers for the tests of org.c25.trainer.pictures.

Runs on Debian 12: apt-get install python3-numpy python3-pil python3-opencv; then
python3 trainer/src/test/python/make_pictures.py. Nothing of the trainer is used: the expected numbers are those of
OpenCV and of Pillow themselves.
"""

import pathlib
import struct

import cv2
import numpy as np
from PIL import Image

OUT = pathlib.Path(__file__).parent.parent / "resources/org/c25/trainer/pictures"
SIZES = [(16, 16), (24, 40), (90, 70)]


def drawn(width, height):
    """A drawn face: an ellipse on a ramp, two eyes and a mouth, with colours that differ in all channels."""
    y, x = np.mgrid[0:height, 0:width]
    picture = np.stack([(x * 255 // (width - 1)), (y * 255 // (height - 1)), 255 - (x * 255 // (width - 1))], -1)
    face = ((x - width / 2) / (width * 0.4)) ** 2 + ((y - height / 2) / (height * 0.45)) ** 2 < 1
    picture[face] = (230, 190, 150)
    for eye in (0.35, 0.65):
        picture[((x - width * eye) / 3.0) ** 2 + ((y - height * 0.4) / 2.0) ** 2 < 1] = (20, 40, 60)
    picture[(abs(y - height * 0.7) < 2) & (abs(x - width / 2) < width * 0.15)] = (180, 20, 40)
    return picture.astype(np.uint8)


def exif(orientation):
    return b"Exif\0\0" + b"II*\0" + struct.pack("<IHHHIHHI", 8, 1, 0x0112, 3, 1, orientation, 0, 0)


def main():
    OUT.mkdir(parents=True, exist_ok=True)
    picture = drawn(61, 47)
    Image.fromarray(picture).save(OUT / "face.png")
    for width, height in SIZES:
        cv2.imwrite(str(OUT / f"opencv-{width}x{height}.png"), cv2.resize(picture, (width, height))[:, :, ::-1])
        resized = Image.fromarray(picture).resize((width, height), Image.BILINEAR)
        resized.save(OUT / f"pillow-{width}x{height}.png")
    image = Image.fromarray(picture)
    image.save(OUT / "face.jpg", quality=90)
    Image.open(OUT / "face.jpg").save(OUT / "face-jpg-by-pillow.png")
    image.save(OUT / "face.webp", lossless=True)
    for orientation in range(1, 9):
        image.save(OUT / f"turned-{orientation}.jpg", quality=95, subsampling=0, exif=exif(orientation))
    image.save(OUT / "turned-6.webp", lossless=True, exif=exif(6))
    image.save(OUT / "turned-6.png", exif=exif(6)[6:])
    see_through = np.dstack([picture, np.where(np.arange(61) < 30, 0, 255)[None].repeat(47, 0).astype(np.uint8)])
    Image.fromarray(see_through, "RGBA").save(OUT / "see-through.png")
    image.convert("L").save(OUT / "grey.png")


main()
