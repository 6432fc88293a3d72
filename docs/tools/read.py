"""Reads a set's files from a running server: C25=http://localhost:8080 C25_SET=1 C25_TOKEN=… python3 read.py"""
import os

import pandas as pd

server, number = os.environ["C25"], os.environ["C25_SET"]
headers = {"Authorization": "Bearer " + os.environ["C25_TOKEN"]}


def read(file, **options):
    return pd.read_csv(f"{server}/api/v1/sets/{number}/exports/{file}", storage_options=headers, **options)


name = os.environ.get("C25_NAME", "set1_C25")
wide = read(f"expression_{name}.csv", index_col=["index", "filename"]).astype("Int8")
print(wide.notna().sum().rename("answers"))
print(wide.mode(axis=1)[0].rename("majority"))

long = read(f"long_{name}.csv", parse_dates=["answered_at"])
print(long[long.repeat == 0].groupby("participant").response_time_millis.median())
