using System.Collections.Immutable;
using Infra.Core.Versions;

namespace Infra.Core.Batch;

/// <summary>
/// A conversion as a training without data: a command that reads a model from the path in <c>SOURCE_PATH</c> and writes another one to <c>OUTPUT_PATH</c>. A run that
/// fails leaves no output behind that somebody could take for a whole one.
/// </summary>
/// <param name="Image">Image that has what the command needs; null where no public one could be read, so that the user names one.</param>
/// <param name="Needs">What an image of the user's own has to bring, for messages and documents.</param>
/// <param name="Command">The command.</param>
public sealed record Conversion(ImagePin? Image, string Needs, ImmutableArray<string> Command)
{
    // The converter's Python API (tensorflow.org, "Post-training quantization", dynamic range): the command line has no option for it.
    private const string TfLiteScript =
        """
        import os
        import tensorflow as tf

        output = os.environ["OUTPUT_PATH"]
        converter = tf.lite.TFLiteConverter.from_saved_model(os.environ["SOURCE_PATH"])
        converter.optimizations = [tf.lite.Optimize.DEFAULT]
        os.makedirs(os.path.dirname(output), exist_ok=True)
        with open(output + ".part", "wb") as file:
            file.write(converter.convert())
        os.replace(output + ".part", output)
        """;

    // The converter's own command line (tensorflow/tfjs, tfjs-converter/README.md).
    private const string TfJsScript =
        """
        set -eu
        rm -rf "$OUTPUT_PATH.part"
        tensorflowjs_converter --input_format=tf_saved_model --output_format=tfjs_graph_model "$SOURCE_PATH" "$OUTPUT_PATH.part"
        mv -T "$OUTPUT_PATH.part" "$OUTPUT_PATH"
        """;

    // The recipe of llm-compressor's own FP8 example: no data for calibration, and the output layer keeps its precision.
    private const string Fp8Script =
        """
        import os
        from llmcompressor import oneshot
        from llmcompressor.modifiers.quantization import QuantizationModifier
        from transformers import AutoModelForCausalLM, AutoTokenizer

        source, output = os.environ["SOURCE_PATH"], os.environ["OUTPUT_PATH"]
        model = AutoModelForCausalLM.from_pretrained(source, device_map="auto", torch_dtype="auto")
        tokenizer = AutoTokenizer.from_pretrained(source)
        oneshot(model=model, recipe=QuantizationModifier(targets="Linear", scheme="FP8_DYNAMIC", ignore=["lm_head"]))
        model.save_pretrained(output + ".part", save_compressed=True)
        tokenizer.save_pretrained(output + ".part")
        os.replace(output + ".part", output)
        """;

    /// <summary>The conversion of a kind.</summary>
    public static Conversion Of(ConversionKind kind) => kind switch
    {
        ConversionKind.TfLite => new Conversion(Pins.TensorFlow, "python3 with tensorflow", ["python3", "-c", TfLiteScript]),
        ConversionKind.TfJs => new Conversion(null, "tensorflowjs_converter (the Python package tensorflowjs)", ["sh", "-c", TfJsScript]),
        ConversionKind.Fp8 => new Conversion(null, "python3 with llmcompressor and transformers", ["python3", "-c", Fp8Script]),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };
}
