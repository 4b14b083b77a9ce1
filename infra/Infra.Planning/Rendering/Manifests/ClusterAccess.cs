using System.Text.RegularExpressions;
using Infra.Planning.Model;

namespace Infra.Planning.Rendering.Manifests;

/// <summary>
/// How the program's provider reaches its cluster, so that nobody applies its objects to whatever cluster a shell points to.
/// </summary>
internal sealed partial record ClusterAccess
{
    /// <summary>What is known where the program says nothing, or what it says is secret.</summary>
    public static readonly ClusterAccess Unknown = new();

    /// <summary>The path of a kubeconfig; null where the program doesn't say, or gives the content.</summary>
    public string? Kubeconfig { get; private init; }

    /// <summary>Of the kubeconfig. For a cluster of EKS that the program doesn't name one for: as the AWS CLI calls it, by the cluster's ARN.</summary>
    public string? Context { get; private init; }

    /// <summary>The command that makes the context of a cluster of EKS; null for every other.</summary>
    public string? Login { get; private init; }

    /// <param name="provider">Null where the plan doesn't have it.</param>
    public static ClusterAccess Of(PlannedResource? provider)
    {
        if (provider is null)
        {
            return Unknown;
        }

        var kubeconfig = Text(provider, "kubeconfig") is { } text && IsPath(text) ? text : null;
        var context = Text(provider, "context");
        return context is null && kubeconfig is null && Text(provider, "clusterIdentifier") is { } identifier && EksArn().Match(identifier) is { Success: true } arn
            ? new ClusterAccess
            {
                Context = identifier,
                Login = Shell.Command("aws", "eks", "update-kubeconfig", "--name", arn.Groups["name"].Value, "--region", arn.Groups["region"].Value),
            }
            : new ClusterAccess { Kubeconfig = kubeconfig, Context = context };
    }

    public IEnumerable<string> Kubectl => ["kubectl", .. Option("--kubeconfig", Kubeconfig), .. Option("--context", Context)];

    public IEnumerable<string> HelmOptions => [.. Option("--kubeconfig", Kubeconfig), .. Option("--kube-context", Context)];

    private static IEnumerable<string> Option(string name, string? value) => value is null ? [] : [name, value];

    /// <summary>Pulumi's provider takes both; what is no path is an object in YAML or JSON.</summary>
    private static bool IsPath(string kubeconfig) => !kubeconfig.AsSpan().TrimStart().StartsWith('{') && !kubeconfig.Contains('\n');

    private static string? Text(PlannedResource provider, string input) =>
        provider.Inputs.GetValueOrDefault(input) is PlanValue.String { Value: { Length: > 0 } text } ? text : null;

    [GeneratedRegex("^arn:[^:]+:eks:(?<region>[^:]+):[^:]+:cluster/(?<name>.+)$")]
    private static partial Regex EksArn();
}
