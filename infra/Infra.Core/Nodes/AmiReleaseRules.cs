using System.Text.RegularExpressions;
using Infra.Core.Catalog;
using Infra.Core.Configuration;

namespace Infra.Core.Nodes;

/// <summary>Whether a release of EKS' images is one for the nodes' Kubernetes version: EKS refuses others, in the middle of an update of the cluster.</summary>
public static partial class AmiReleaseRules
{
    /// <summary>Checks a release and adds what is wrong with it.</summary>
    /// <param name="path">Path of the release.</param>
    /// <param name="ami">AMI type of the nodes; null where that is wrong itself.</param>
    /// <param name="release">The release; null for the newest.</param>
    /// <param name="kubernetesVersion">Minor version of the nodes; null where nobody knows it.</param>
    /// <param name="problems">Where the problems go.</param>
    public static void Check(string path, AmiType? ami, string? release, string? kubernetesVersion, ConfigProblems problems)
    {
        ArgumentNullException.ThrowIfNull(problems);
        // A release of Bottlerocket says nothing of Kubernetes: its number is the operating system's own.
        if (ami is { IsBottlerocket: false } && release is not null && kubernetesVersion is not null
            && Al2023().Match(release) is { Success: true } match && match.Groups[1].Value != kubernetesVersion)
        {
            problems.Add(path, $"'{release}' is a release for Kubernetes {match.Groups[1].Value}, but the nodes have {kubernetesVersion}; name one for {kubernetesVersion}, or none for the newest");
        }
    }

    [GeneratedRegex(@"\A([0-9]+[.][0-9]+)[.][0-9]+-[0-9]{8}\z")]
    private static partial Regex Al2023();
}
