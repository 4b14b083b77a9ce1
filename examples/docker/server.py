"""Serves an ONNX model: POST /predict {"inputs": {NAME: nested lists}}; GET /health answers once the model is loaded."""

import os

import numpy as np
import onnxruntime as ort
from flask import Flask, jsonify, request

MODEL = os.path.join(os.environ.get("MODEL_DIRECTORY", "/models"), "model.onnx")
PROVIDER = os.environ["EXECUTION_PROVIDER"]
TYPES = {
    "tensor(float)": np.float32,
    "tensor(float16)": np.float16,
    "tensor(double)": np.float64,
    "tensor(int32)": np.int32,
    "tensor(int64)": np.int64,
    "tensor(bool)": np.bool_,
}


def load() -> ort.InferenceSession:
    session = ort.InferenceSession(MODEL, providers=[PROVIDER])
    # ONNX Runtime falls back to the CPU by itself, and a GPU would be paid for and stay idle.
    if session.get_providers()[0] != PROVIDER:
        raise RuntimeError(f"{PROVIDER} can't be used; there are: {ort.get_available_providers()}")
    return session


# Before the port answers: who is ready has its model.
model = load()
app = Flask(__name__)


@app.get("/health")
def health():
    return jsonify(status="ready", model=MODEL)


@app.post("/predict")
def predict():
    given = (request.get_json(silent=True) or {}).get("inputs")
    wanted = {entry.name: entry.type for entry in model.get_inputs()}
    if not isinstance(given, dict) or set(given) != set(wanted):
        return jsonify(error=f"'inputs' must have exactly: {sorted(wanted)}"), 400
    try:
        inputs = {name: np.asarray(value, dtype=TYPES[wanted[name]]) for name, value in given.items()}
        outputs = model.run(None, inputs)
    except (KeyError, ValueError, ort.capi.onnxruntime_pybind11_state.InvalidArgument) as error:
        return jsonify(error=str(error)), 400
    return jsonify(outputs={entry.name: value.tolist() for entry, value in zip(model.get_outputs(), outputs)})
