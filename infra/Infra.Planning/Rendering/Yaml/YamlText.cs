using System.Diagnostics;
using System.Globalization;
using System.Text;
using Infra.Planning.Model;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Infra.Planning.Rendering.Yaml;

/// <summary>
/// Writes known values as YAML in block style, so that parsers of YAML 1.1 and 1.2 read exactly these values back. The same
/// values give the same bytes.
/// </summary>
public static class YamlText
{
    private static readonly EmitterSettings _settings =
        new(bestIndent: 2, bestWidth: int.MaxValue, isCanonical: false, maxSimpleKeyLength: 1024, newLine: "\n");

    // The emitter writes a character at a time: each document would grow a buffer of its own, several times over.
    [ThreadStatic]
    private static StringBuilder? _buffer;

    /// <exception cref="ArgumentException">There is an unknown or a secret among the values; they have no notation.</exception>
    public static string Of(ValueMap properties)
    {
        ArgumentNullException.ThrowIfNull(properties);

        var buffer = (_buffer ??= new StringBuilder()).Clear();
        using var writer = new StringWriter(buffer, CultureInfo.InvariantCulture) { NewLine = "\n" };
        var emitter = new Emitter(writer, _settings);
        emitter.Emit(new StreamStart());
        emitter.Emit(new DocumentStart(null, null, isImplicit: true));
        Write(emitter, properties);
        emitter.Emit(new DocumentEnd(isImplicit: true));
        emitter.Emit(new StreamEnd());
        return writer.ToString();
    }

    private static void Write(Emitter emitter, ValueMap properties)
    {
        emitter.Emit(new MappingStart(AnchorName.Empty, TagName.Empty, isImplicit: true, MappingStyle.Block));
        foreach (var (key, value) in KeyOrder.Of(properties))
        {
            emitter.Emit(Text(key, isKey: true));
            Write(emitter, value);
        }

        emitter.Emit(new MappingEnd());
    }

    private static void Write(Emitter emitter, PlanValue value)
    {
        switch (value)
        {
            case PlanValue.Object { Properties: var properties }:
                Write(emitter, properties);
                break;
            case PlanValue.List { Items: var items }:
                emitter.Emit(new SequenceStart(AnchorName.Empty, TagName.Empty, isImplicit: true, SequenceStyle.Block));
                foreach (var item in items)
                {
                    Write(emitter, item);
                }

                emitter.Emit(new SequenceEnd());
                break;
            case PlanValue.String { Value: var text }:
                emitter.Emit(Text(text, isKey: false));
                break;
            case PlanValue.Number { Value: var number }:
                emitter.Emit(Plain(Number(number)));
                break;
            case PlanValue.Bool { Value: var flag }:
                emitter.Emit(Plain(flag ? "true" : "false"));
                break;
            case PlanValue.Null:
                emitter.Emit(Plain("null"));
                break;
            case PlanValue.Unknown or PlanValue.Secret or PlanValue.Asset or PlanValue.Archive:
                throw new ArgumentException($"{value.GetType().Name} has no notation in YAML", nameof(value));
            default:
                throw new UnreachableException($"a plan value of type {value.GetType()}");
        }
    }

    private static Scalar Text(string text, bool isKey) => text switch
    {
        _ when PlainScalar.IsSafe(text) => Plain(text),
        _ when !isKey && LiteralBlock.IsSafe(text) => Quoted(text, ScalarStyle.Literal),
        // Where it saves escapes: JSON inside of YAML stays readable.
        _ when text.AsSpan().IndexOfAny('"', '\\') >= 0 && text.All(static c => c is >= ' ' and <= '~') => Quoted(text, ScalarStyle.SingleQuoted),
        _ => Quoted(text, ScalarStyle.DoubleQuoted),
    };

    private static Scalar Plain(string text) => new(AnchorName.Empty, TagName.Empty, text, ScalarStyle.Plain, isPlainImplicit: true, isQuotedImplicit: false);

    private static Scalar Quoted(string text, ScalarStyle style) => new(AnchorName.Empty, TagName.Empty, text, style, isPlainImplicit: false, isQuotedImplicit: true);

    /// <summary>Whole numbers without an exponent, as an API server wants its integers.</summary>
    private static string Number(double number) =>
        double.IsInteger(number) && Math.Abs(number) <= 1L << 53
            ? ((long)number).ToString(CultureInfo.InvariantCulture)
            : number.ToString("R", CultureInfo.InvariantCulture).Replace("E", "e", StringComparison.Ordinal);
}
