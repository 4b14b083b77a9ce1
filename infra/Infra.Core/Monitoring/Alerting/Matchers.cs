using System.Collections.Immutable;
using Infra.Core.Monitoring.PromQl;

namespace Infra.Core.Monitoring.Alerting;

/// <summary>What an alert has to be, in Alertmanager's words. They are those of PromQL: values are quoted, which the parsers before and since 0.27 read alike.</summary>
internal static class Matchers
{
    public static string Is(string label, string value) => Matcher.Is(label, value).ToString();

    public static string IsOneOf(string label, ImmutableArray<string> values) => Matcher.Like(label, string.Join('|', values)).ToString();

    public static string IsNoneOf(string label, ImmutableArray<string> values) => Matcher.Unlike(label, string.Join('|', values)).ToString();

    public static string Has(string label) => Matcher.IsNot(label, "").ToString();
}
