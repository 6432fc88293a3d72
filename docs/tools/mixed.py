"""Components of variance from a set's long file: python3 mixed.py long_set1_C25.csv [images]"""
import sys

import pandas as pd
from statsmodels.regression.mixed_linear_model import MixedLM

long = pd.read_csv(sys.argv[1])
first = long[long.repeat == 0].copy()
if len(sys.argv) > 2:  # crossed effects are slow in statsmodels: begin with the first images
    first = first[first["index"].isin(first["index"].unique()[: int(sys.argv[2])])]
first["all"] = 1
first["image"] = first["index"]

for scale in ("valence", "arousal"):
    parts = {"image": "0 + C(image)", "participant": "0 + C(participant)"}
    model = MixedLM.from_formula(f"{scale} ~ 1", groups="all", vc_formula=parts, data=first.dropna(subset=[scale]))
    fit = model.fit(reml=True)
    print(scale, dict(zip(model.exog_vc.names, fit.vcomp.round(6))), "residual", round(fit.scale, 6))
