using Infra.Core.Configuration;

namespace Infra.Core.Tenants;

/// <summary>Which Kubernetes groups may be given rights.</summary>
public static class GroupRules
{
    // What belongs to the cluster and to AWS: members of system:masters, for one, may do everything already. CreateAccessEntry refuses groups that start with system:; of all five the EKS user guide says
    // it of user names ("Create access entries", at 1b1d3dfc; read 2026-11-22).
    private static readonly string[] _reserved = ["system:", "eks:", "aws:", "amazon:", "iam:"];

    /// <summary>Adds a problem for each group that may not.</summary>
    /// <param name="path">Path of the list.</param>
    /// <param name="groups">The groups.</param>
    /// <param name="problems">Where problems go.</param>
    public static void Check(string path, IReadOnlyList<string> groups, ConfigProblems problems)
    {
        ArgumentNullException.ThrowIfNull(groups);
        ArgumentNullException.ThrowIfNull(problems);
        for (var i = 0; i < groups.Count; i++)
        {
            if (groups[i].Length == 0)
            {
                problems.Add(ConfigPath.Index(path, i), "is empty; name a group of the cluster's identity provider");
            }
            else if (_reserved.FirstOrDefault(prefix => groups[i].StartsWith(prefix, StringComparison.Ordinal)) is { } reserved)
            {
                problems.Add(ConfigPath.Index(path, i), $"{Shown.Quoted(groups[i])} begins with {reserved}, which belongs to the cluster; name a group of the cluster's identity provider");
            }
        }
    }
}
