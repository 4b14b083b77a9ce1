using System.Collections.Immutable;
using System.Text;

namespace Infra.Core.Monitoring.Logs;

/// <summary>
/// A configuration of Fluent Bit in its form of YAML (docs.fluentbit.io, "YAML configuration"; the older form is deprecated). Fluent Bit reads every value as
/// text, so that all are quoted, and nothing is taken for a number or a truth.
/// </summary>
public sealed record FluentBitConfiguration
{
    /// <summary>Options of the service.</summary>
    public required ImmutableArray<(string Key, string Value)> Service { get; init; }

    /// <summary>Which lines belong together.</summary>
    public ImmutableArray<FluentBitMultiline> Multilines { get; init; } = [];

    /// <summary>Where records come from.</summary>
    public required ImmutableArray<FluentBitPlugin> Inputs { get; init; }

    /// <summary>What is done with them, in this order.</summary>
    public required ImmutableArray<FluentBitPlugin> Filters { get; init; }

    /// <summary>Where they go.</summary>
    public required ImmutableArray<FluentBitPlugin> Outputs { get; init; }

    /// <summary>The file.</summary>
    public string ToYaml()
    {
        var text = new StringBuilder("service:\n");
        Write(text, "  ", "  ", Service);
        if (!Multilines.IsEmpty)
        {
            text.Append("multiline_parsers:\n");
        }

        foreach (var multiline in Multilines)
        {
            Write(text, "  - ", "    ", [("name", multiline.Name), ("type", "regex"), ("flush_timeout", "1000")]);
            text.Append("    rules:\n");
            foreach (var (state, regex, next) in multiline.Rules)
            {
                Write(text, "      - ", "        ", [("state", state), ("regex", regex), ("next_state", next)]);
            }
        }

        text.Append("pipeline:\n");
        Write(text, "inputs", Inputs);
        Write(text, "filters", Filters);
        Write(text, "outputs", Outputs);
        return text.ToString();
    }

    private static void Write(StringBuilder text, string key, ImmutableArray<FluentBitPlugin> plugins)
    {
        text.Append("  ").Append(key).Append(":\n");
        foreach (var plugin in plugins)
        {
            Write(text, "    - ", "      ", [("name", plugin.Name), .. plugin.Options]);
        }
    }

    private static void Write(StringBuilder text, string first, string others, ImmutableArray<(string Key, string Value)> options)
    {
        for (var index = 0; index < options.Length; index++)
        {
            var (key, value) = options[index];
            text.Append(index == 0 ? first : others).Append(key).Append(": '").Append(value.Replace("'", "''", StringComparison.Ordinal)).Append("'\n");
        }
    }
}
