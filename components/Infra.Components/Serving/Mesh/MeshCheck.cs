using Infra.Core.Configuration;
using Infra.Core.Naming;

namespace Infra.Components.Serving.Mesh;

/// <summary>What can be wrong with <see cref="MeshArgs"/>.</summary>
internal static class MeshCheck
{
    private const int MostAttempts = 10;

    /// <summary>Adds a problem for each wrong argument.</summary>
    public static void Run(string path, MeshArgs mesh, ConfigProblems problems)
    {
        if (NameRules.DnsLabel.Problem(mesh.IstioNamespace) is { } problem)
        {
            problems.Add(ConfigPath.Key(path, "istioNamespace"), problem);
        }

        void Between(int least, double value, int most, string key)
        {
            if (value < least || value > most)
            {
                problems.Add(ConfigPath.Key(path, key), FormattableString.Invariant($"{value} is not between {least} and {most}"));
            }
        }

        Between(0, mesh.RetryAttempts, MostAttempts, "retryAttempts");
        Between(1, mesh.RetryBudgetPercent, 100, "retryBudgetPercent");
        Between(0, mesh.MostEjectedPercent, 100, "mostEjectedPercent");
        Between(0, mesh.TracingPercent, 100, "tracingPercent");
        Between(1, mesh.MirrorPercent ?? 1, 100, "mirrorPercent");
        ArgumentProblems.AtLeast(1, mesh.EjectAfter, ConfigPath.Key(path, "ejectAfter"), problems);
        ArgumentProblems.AtLeast(1, mesh.EjectSeconds, ConfigPath.Key(path, "ejectSeconds"), problems);
        ArgumentProblems.AtLeast(1, mesh.MaxPending ?? 1, ConfigPath.Key(path, "maxPending"), problems);
        if (mesh.MirrorPercent is null != mesh.MirrorTo is null)
        {
            problems.Add(ConfigPath.Key(path, "mirrorTo"), mesh.MirrorTo is null ? "missing; say which Service mirrored calls go to" : "set without mirrorPercent, so that no call goes there; set it too, or remove this");
        }
    }
}
