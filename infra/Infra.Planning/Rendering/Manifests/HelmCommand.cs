using System.Collections.Frozen;
using System.Globalization;
using Infra.Planning.Model;

namespace Infra.Planning.Rendering.Manifests;

/// <summary>The command that does what Pulumi does with a release. It is Helm 3's; Helm 4 still takes its flags.</summary>
internal static class HelmCommand
{
    // Helm's own default, and that of Pulumi's provider.
    private const int DefaultTimeoutSeconds = 300;

    private static readonly FrozenDictionary<string, string> _flags = new Dictionary<string, string>
    {
        ["atomic"] = "--atomic",
        ["cleanupOnFail"] = "--cleanup-on-fail",
        ["createNamespace"] = "--create-namespace",
        ["dependencyUpdate"] = "--dependency-update",
        ["devel"] = "--devel",
        ["disableOpenapiValidation"] = "--disable-openapi-validation",
        ["disableWebhooks"] = "--no-hooks",
        ["forceUpdate"] = "--force",
        ["resetValues"] = "--reset-values",
        ["reuseValues"] = "--reuse-values",
        ["skipCrds"] = "--skip-crds",
        ["verify"] = "--verify",
        ["waitForJobs"] = "--wait-for-jobs",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenSet<string> _understood = FrozenSet.ToFrozenSet(
        ["allowNullValues", "chart", "compat", "description", "maxHistory", "name", "namespace", "repositoryOpts", "skipAwait", "timeout", "values", "version"],
        StringComparer.Ordinal);

    /// <param name="file">Path of the values, from the folder that the command is run in.</param>
    public static string Of(RenderedRelease release, string file, ClusterAccess cluster) => Shell.Command(Words(release, file, cluster));

    /// <summary>Options of the release that the command doesn't have, in order; a reader has to know of them.</summary>
    public static IEnumerable<string> NotIn(RenderedRelease release) =>
        release.Options.Keys.Where(static option => !_flags.ContainsKey(option) && !_understood.Contains(option))
            .Concat(release.Options.GetValueOrDefault("repositoryOpts") is PlanValue.Object { Properties: var repository }
                ? repository.Keys.Where(static key => key != "repo").Select(static key => $"repositoryOpts.{key}")
                : []);

    private static IEnumerable<string> Words(RenderedRelease release, string file, ClusterAccess cluster)
    {
        var (chart, repository) = ChartOf(release);
        IEnumerable<string> Option(string name, string? value) => value is null ? [] : [name, value];
        return
        [
            "helm", "upgrade", "--install", release.Name, chart,
            .. cluster.HelmOptions,
            .. Option("--repo", repository),
            .. Option("--version", release.Version),
            "--namespace", release.Namespace,
            .. _flags.Where(flag => IsSet(release, flag.Key)).Select(static flag => flag.Value).Order(StringComparer.Ordinal),
            .. Option("--history-max", Number(release, "maxHistory")),
            .. Option("--description", release.Text("description")),
            .. IsSet(release, "skipAwait") ? (IEnumerable<string>)[] : ["--wait"],
            "--timeout", $"{Number(release, "timeout") ?? DefaultTimeoutSeconds.ToString(CultureInfo.InvariantCulture)}s",
            "--values", file,
        ];
    }

    /// <summary>A registry is no repository: its charts have the whole address for a name.</summary>
    private static (string Chart, string? Repository) ChartOf(RenderedRelease release) => release switch
    {
        { Chart: var chart } when IsInRegistry(chart) => (chart, null),
        { Repository: { } registry } when IsInRegistry(registry) => ($"{registry.TrimEnd('/')}/{release.Chart}", null),
        _ => (release.Chart, release.Repository),
    };

    private static bool IsInRegistry(string address) => address.StartsWith("oci://", StringComparison.Ordinal);

    private static bool IsSet(RenderedRelease release, string option) => release.Options.GetValueOrDefault(option) is PlanValue.Bool { Value: true };

    private static string? Number(RenderedRelease release, string option) =>
        release.Options.GetValueOrDefault(option) is PlanValue.Number { Value: var number } ? ((long)number).ToString(CultureInfo.InvariantCulture) : null;
}
