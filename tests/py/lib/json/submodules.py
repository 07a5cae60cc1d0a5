"""Importing json imports its parts, which are its attributes."""
import json

try:
    json.loads("{")
except json.decoder.JSONDecodeError as e:
    print(e)
print(json.encoder.JSONEncoder is json.JSONEncoder, json.scanner.__name__)
