using System.Text.Json;
using Infra.Core.Versions;

namespace Infra.Cli.Doctor;

/// <summary>kubectl, for people: no deployment needs it.</summary>
internal sealed class KubectlCheck(string folder, EnvironmentNeeds? needs) : ICheck
{
    public string Name => "kubectl";

    public bool IsRequired => false;

    public async Task<CheckResult> RunAsync(IProbes probes, CancellationToken stop)
    {
        var answer = await probes.RunAsync("kubectl", ["version", "--client", "--output", "json"], folder, stop);
        if (answer is null)
        {
            return CheckResult.Missing("not on the PATH", "Install it, to look at the cluster: https://kubernetes.io/docs/tasks/tools");
        }
        if (ProgramVersion.In(Client(answer.Output)) is not { } version)
        {
            return CheckResult.Unknown($"'kubectl version' told no version and ended with exit code {answer.ExitCode}");
        }

        // One minor version apart is allowed (kubernetes.io, "Version Skew Policy").
        return KubernetesVersions.Minor(needs?.KubernetesVersion) is { } cluster && Math.Abs(version.Minor - cluster) > 1
            ? CheckResult.Wrong($"{version}; the cluster has {needs!.KubernetesVersion}, and one minor version apart is allowed", $"Install one of {needs.KubernetesVersion}.")
            : CheckResult.Ok($"{version}");
    }

    private static string Client(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return document.RootElement.GetProperty("clientVersion").GetProperty("gitVersion").GetString() ?? "";
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return "";
        }
    }
}
