using System.Collections.Immutable;

namespace Infra.Core.Monitoring.Alerting;

/// <summary>What an alert has to be. Values are quoted, which the old and the new parser of Alertmanager (0.27) read alike; regular expressions always take the whole value.</summary>
internal static class Matchers
{
    public static string Is(string label, string value) => $"{label}=\"{value}\"";

    public static string IsOneOf(string label, ImmutableArray<string> values) => values is [var one] ? Is(label, one) : $"{label}=~\"{string.Join('|', values)}\"";

    public static string IsNoneOf(string label, ImmutableArray<string> values) => $"{label}!~\"{string.Join('|', values)}\"";

    public static string Has(string label) => $"{label}!=\"\"";
}
