#!/usr/bin/env python3
"""Makes small networks with the inputs and outputs of each preset, and what is to be expected of them.

Runs on Debian 12: apt-get install python3-numpy python3-pil python3-opencv python3-torch python3-onnx; then
python3 trainer/src/test/python/make_nets.py. Nothing of the trainer is used. Each network is the mean of each quarter of
each channel, times a table of weights: numpy multiplies by hand, and PyTorch must say the same before anything is written.
What a preset takes and gives is written here a second time, from the code of its project, in words.
"""

import json
import pathlib
import shutil

import cv2
import numpy as np
import onnx
import torch
from onnx import TensorProto, helper, numpy_helper
from PIL import Image

OUT = pathlib.Path(__file__).parent.parent / "resources/org/c25/trainer/predict"
C25 = ["happiness", "sadness", "surprise", "fear", "disgust", "anger", "contempt", "neutral"]
FEATURES = 12

AFFECTNET = "neutral happiness sadness surprise fear disgust anger contempt".split()
ALPHABET = "anger contempt disgust fear happiness neutral sadness surprise".split()
RAF_DB = "surprise fear disgust happiness sadness anger neutral".split()
IMAGENET = ([0.485, 0.456, 0.406], [0.229, 0.224, 0.225])
HALF = ([0.5] * 3, [0.5] * 3)
NONE = ([0.0] * 3, [1.0] * 3)


def without_contempt(words):
    return [word for word in words if word != "contempt"]


# preset: size, (mean, std), classes, valence and arousal?, form of the outputs, resize of .onnx, resize of .pt
PRESETS = {
    "emonet-8": (256, NONE, AFFECTNET, True, "named", "cv2", "cv2"),
    "hsemotion-b0-vgaf": (224, IMAGENET, ALPHABET, False, "one", "cv2", "pil"),
    "hsemotion-b0-afew": (224, IMAGENET, ALPHABET, False, "one", "cv2", "pil"),
    "hsemotion-b0-va": (224, IMAGENET, ALPHABET, True, "one", "cv2", "pil"),
    "hsemotion-b2-8": (260, IMAGENET, ALPHABET, False, "one", "cv2", "pil"),
    "hsemotion-b2-7": (260, IMAGENET, without_contempt(ALPHABET), False, "one", "cv2", "pil"),
    "hsemotion-mobilevit-va": (224, IMAGENET, ALPHABET, True, "one", "cv2", "pil"),
    "hsemotion-mbf-va": (112, HALF, ALPHABET, True, "one", "cv2", "pil"),
    "dan-affectnet-8": (224, IMAGENET, AFFECTNET, False, "tuple", "pil", "pil"),
    "dan-affectnet-7": (224, IMAGENET, without_contempt(AFFECTNET), False, "tuple", "pil", "pil"),
    "dan-raf-db": (224, IMAGENET, RAF_DB, False, "tuple", "pil", "pil"),
}


def drawn(width, height, smile, skin):
    y, x = np.mgrid[0:height, 0:width]
    picture = np.stack([x * 255 // (width - 1), y * 255 // (height - 1), 255 - x * 255 // (width - 1)], -1)
    face = ((x - width / 2) / (width * 0.4)) ** 2 + ((y - height / 2) / (height * 0.45)) ** 2 < 1
    picture[face] = skin
    for eye in (0.35, 0.65):
        picture[((x - width * eye) / (width * 0.05)) ** 2 + ((y - height * 0.4) / (height * 0.04)) ** 2 < 1] = (20, 40, 60)
    mouth = height * 0.7 - smile * ((x - width / 2) / width) ** 2 * height
    picture[(abs(y - mouth) < height * 0.03) & (abs(x - width / 2) < width * 0.2)] = (180, 20, 40)
    return picture.astype(np.uint8)


PICTURES = {
    "a.png": drawn(61, 47, 1.5, (230, 190, 150)),
    "b.png": drawn(280, 301, -1.5, (140, 100, 80)),
    "c.png": drawn(120, 200, 0.0, (90, 70, 60)),
}


def weights(name, classes, values=0):
    """Drawn by the name: for classes so that several get a share, for values so that some lie outside -1 to 1."""
    draw = np.random.RandomState(sum(name.encode()))
    spread = np.array([0.5] * classes + [0.3] * values)
    table = draw.normal(0, 1, (classes + values, FEATURES)) * spread[:, None]
    return table.astype(np.float32), (draw.normal(0, 1, classes + values) * spread).astype(np.float32)


def steps(size):
    """A mean in two steps: sums of few 32-bit floats lose few digits."""
    half = size // 2
    first = max(step for step in range(1, 17) if half % step == 0)
    return first, half // first


class Net(torch.nn.Module):
    def __init__(self, size, table, form, classes):
        super().__init__()
        first, second = steps(size)
        self.pool = torch.nn.Sequential(torch.nn.AvgPool2d(first), torch.nn.AvgPool2d(second))
        self.form = form
        self.classes = classes
        self.last = torch.nn.Linear(FEATURES, len(table[1]))
        with torch.no_grad():
            self.last.weight.copy_(torch.from_numpy(table[0]))
            self.last.bias.copy_(torch.from_numpy(table[1]))

    def forward(self, x):
        seen = self.pool(x)
        out = self.last(seen.flatten(1))
        if self.form == "named":
            return {
                "heatmap": seen,
                "expression": out[:, : self.classes],
                "valence": out[:, self.classes],
                "arousal": out[:, self.classes + 1],
            }
        return (out, seen, seen.flatten(2)) if self.form == "tuple" else out


class Learns(torch.nn.Module):
    """Three outputs, none the only one, and layers that do something else while they learn. To be scripted, not traced."""

    def __init__(self):
        super().__init__()
        layers = torch.nn.Conv2d(3, 8, 3, stride=2), torch.nn.BatchNorm2d(8), torch.nn.ReLU(), torch.nn.Dropout(0.5)
        self.see = torch.nn.Sequential(*layers)
        self.last = torch.nn.Linear(8, 6)

    def forward(self, x):
        seen = self.see(x)
        return {"map": seen, "features": self.last(seen.mean(dim=[2, 3])), "one": seen.mean(dim=[1, 2, 3])}


def onnx_net(path, size, table, form, classes, batch="batch_size", before=(), after=()):
    """The same network, node by node, with the names of inputs and outputs that the projects' exports have."""
    first, second = steps(size)
    nodes = list(before) + [
        helper.make_node("AveragePool", ["x" if before else "input"], ["near"], kernel_shape=[first] * 2, strides=[first] * 2),
        helper.make_node("AveragePool", ["near"], ["seen"], kernel_shape=[second] * 2, strides=[second] * 2),
        helper.make_node("Flatten", ["seen"], ["flat"]),
        helper.make_node("Gemm", ["flat", "weight", "bias"], ["raw" if after or form == "named" else "output"], transB=1),
    ] + list(after)
    constants = {"weight": table[0], "bias": table[1]}
    outputs = [("output", [batch, len(table[1])])]
    if form == "named":
        for name, start, end in (("expression", 0, classes), ("valence", classes, classes + 1), ("arousal", classes + 1, classes + 2)):
            constants |= {name + "_from": np.array([start]), name + "_to": np.array([end])}
            nodes.append(helper.make_node("Slice", ["raw", name + "_from", name + "_to", "axis"], [name]))
        constants["axis"] = np.array([1])
        outputs = [("seen", [batch, 3, 2, 2]), ("expression", [batch, classes]), ("valence", [batch, 1]), ("arousal", [batch, 1])]
    if form == "tuple":
        outputs += [("seen", [batch, 3, 2, 2]), ("flat", [batch, FEATURES])]
    graph = helper.make_graph(
        nodes,
        path.stem,
        [helper.make_tensor_value_info("input", TensorProto.FLOAT, [batch, 3, size, size])],
        [helper.make_tensor_value_info(name, TensorProto.FLOAT, shape) for name, shape in outputs],
        [numpy_helper.from_array(value, name) for name, value in constants.items()],
    )
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 11)])
    model.ir_version = 6
    onnx.checker.check_model(model)
    onnx.save(model, str(path))


def prepared(picture, size, resize, mean, std, bgr=False):
    if resize == "cv2":
        sized = cv2.resize(picture, (size, size))
    else:
        sized = np.asarray(Image.fromarray(picture).resize((size, size), Image.BILINEAR))
    if bgr:
        sized = sized[:, :, ::-1]
    return ((sized / 255 - mean) / std).transpose(2, 0, 1)


def by_hand(x, table):
    half = x.shape[1] // 2
    quarters = [x[c, r * half : (r + 1) * half, s * half : (s + 1) * half].mean() for c in range(3) for r in (0, 1) for s in (0, 1)]
    return table[0].astype(float) @ np.array(quarters) + table[1]


def softmax(z):
    e = np.exp(z - z.max())
    return e / e.sum()


def expected(out, words, values, scores=softmax, low=-1, high=1):
    shares = dict(zip(words, scores(out[: len(words)])))
    said = {
        "expression": min(C25.index(word) for word in words if shares[word] == max(shares.values())),
        "scores": {word: float(share) for word, share in shares.items()},
    }
    if values:
        given = (out[len(words) :] - low) / (high - low) * 2 - 1
        said |= {"valence": float(np.clip(given[0], -1, 1)), "arousal": float(np.clip(given[1], -1, 1))}
        said["clamped"] = " ".join(name for name, one in zip(("valence", "arousal"), given) if abs(one) > 1)
    return said


def main():
    shutil.rmtree(OUT, ignore_errors=True)
    for folder in ("pictures", "nets", "other"):
        (OUT / folder).mkdir(parents=True)
    for name, picture in PICTURES.items():
        Image.fromarray(picture).save(OUT / "pictures" / name)
    answers = {}
    for preset, (size, (mean, std), words, values, form, for_onnx, for_torch) in PRESETS.items():
        table = weights(preset, len(words), 2 * values)
        onnx_net(OUT / "nets" / f"{preset}.onnx", size, table, form, len(words))
        net = Net(size, table, form, len(words)).eval()
        torch.jit.trace(net, torch.rand(1, 3, size, size), strict=False).save(str(OUT / "nets" / f"{preset}.pt"))
        for kind, resize in (("onnx", for_onnx), ("pt", for_torch)):
            for name, picture in PICTURES.items():
                x = prepared(picture, size, resize, mean, std)
                out = by_hand(x, table)
                theirs = net(torch.from_numpy(x.astype(np.float32))[None])
                if form == "named":
                    theirs = torch.cat([theirs["expression"], theirs["valence"][:, None], theirs["arousal"][:, None]], 1)
                theirs = theirs[0] if form == "tuple" else theirs
                assert np.allclose(theirs.detach().numpy()[0], out, atol=1e-4), preset
                answers.setdefault(f"{preset}.{kind}", {})[name] = expected(out, words, values)

    # By options: BGR, 40 × 40, Pillow, valence and arousal on 1 … 9 before the probabilities of five classes.
    words = "surprise neutral happiness anger sadness".split()
    table = weights("custom", 5, 2)
    table[0][5:] *= 4
    table[1][5:] = 5
    split = [
        helper.make_node("Split", ["raw"], ["logits", "circle"], axis=1, split=[5, 2]),
        helper.make_node("Softmax", ["logits"], ["shares"], axis=1),
        helper.make_node("Concat", ["circle", "shares"], ["output"], axis=1),
    ]
    onnx_net(OUT / "other/custom.onnx", 40, table, "one", 5, after=split)
    for name, picture in PICTURES.items():
        out = by_hand(prepared(picture, 40, "pil", [0.1, 0.2, 0.3], [0.5, 0.6, 0.7], bgr=True), table)
        said = expected(out, words, True, low=1, high=9)
        answers.setdefault("custom.onnx", {})[name] = said

    other = OUT / "other"
    table = weights("other", 8)
    onnx_net(other / "five.onnx", 256, weights("five", 5, 2), "named", 5)
    onnx_net(other / "batch-of-two.onnx", 224, weights("hsemotion-b0-vgaf", 8), "one", 8, batch=2)
    onnx_net(other / "nan.onnx", 224, table, "one", 8, before=[helper.make_node("Log", ["input"], ["x"])])
    last = helper.make_graph(
        [helper.make_node("GlobalAveragePool", ["input"], ["output"])],
        "last",
        [helper.make_tensor_value_info("input", TensorProto.FLOAT, [None, 224, 224, 3])],
        [helper.make_tensor_value_info("output", TensorProto.FLOAT, [None, 224, 1, 1])],
    )
    channels_last = helper.make_model(last, opset_imports=[helper.make_opsetid("", 11)])
    channels_last.ir_version = 6
    onnx.save(channels_last, str(other / "channels-last.onnx"))
    torch.manual_seed(16)
    torch.jit.script(Learns()).save(str(other / "learns.pt"))
    net = Net(16, table, "one", 8)
    torch.save(net.state_dict(), other / "weights.pth")
    torch.save(net, other / "module.pt")
    torch.save(net.state_dict(), other / "old.pth", _use_new_zipfile_serialization=False)
    (OUT / "expected.json").write_text(json.dumps(answers, indent=1) + "\n")


main()
