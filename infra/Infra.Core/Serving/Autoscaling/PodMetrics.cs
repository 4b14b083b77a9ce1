using System.Text.RegularExpressions;

namespace Infra.Core.Serving.Autoscaling;

/// <summary>Finds metrics of a model's own pods in PromQL.</summary>
internal static partial class PodMetrics
{
    // What the kubelet and the DCGM exporter tell of pods goes with them too.
    private static readonly string[] _ofContainers = ["container_", "DCGM_FI_", "DCGM_EXP_"];

    // Many servers and gateways count by this name.
    private const string AnybodysCounter = "http_requests_total";

    /// <summary>The first metric in the query that the model's pods, or the containers of pods, have; null for none.</summary>
    /// <param name="query">PromQL.</param>
    /// <param name="model">The model.</param>
    public static string? In(string query, ScaledModel model)
    {
        var own = Own(model.Runtime).ToHashSet(StringComparer.Ordinal);
        return Names().Matches(Strings().Replace(query, "\"\"")).Select(match => match.Value).FirstOrDefault(name => own.Contains(name) || _ofContainers.Any(prefix => name.StartsWith(prefix, StringComparison.Ordinal)));
    }

    private static IEnumerable<string> Own(RuntimeSpec runtime) => (runtime.Metrics?.All ?? []).SelectMany(metric => metric.SeriesNames).Where(name => name != AnybodysCounter);

    [GeneratedRegex("[a-zA-Z_:][a-zA-Z0-9_:]*")]
    private static partial Regex Names();

    // A query may quote what a metric is called.
    [GeneratedRegex("\"[^\"]*\"|'[^']*'")]
    private static partial Regex Strings();
}
