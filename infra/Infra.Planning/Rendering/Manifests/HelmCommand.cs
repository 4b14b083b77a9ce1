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
    public static string Of(RenderedRelease release, string file, string? context) => Shell.Command(Words(release, file, context));

    /// <summary>Options of the release that the command doesn't have, in order; a reader has to know of them.</summary>
    public static IEnumerable<string> NotIn(RenderedRelease release) =>
        release.Options.Keys.Where(static option => !_flags.ContainsKey(option) && !_understood.Contains(option))
            .Concat(release.Options.GetValueOrDefault("repositoryOpts") is PlanValue.Object { Properties: var repository }
                ? repository.Keys.Where(static key => key != "repo").Select(static key => $"repositoryOpts.{key}")
                : []);

    private static IEnumerable<string> Words(RenderedRelease release, string file, string? context)
    {
        IEnumerable<string> Option(string name, string? value) => value is null ? [] : [name, value];
        return
        [
            "helm", "upgrade", "--install", release.Name, release.Chart,
            .. Option("--kube-context", context),
            .. Option("--repo", release.Repository),
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

    private static bool IsSet(RenderedRelease release, string option) => release.Options.GetValueOrDefault(option) is PlanValue.Bool { Value: true };

    private static string? Number(RenderedRelease release, string option) =>
        release.Options.GetValueOrDefault(option) is PlanValue.Number { Value: var number } ? ((long)number).ToString(CultureInfo.InvariantCulture) : null;
}
