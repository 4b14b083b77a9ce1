using System.Text.RegularExpressions;

namespace Infra.Core.Catalog;

/// <summary>
/// The name by which Karpenter knows a release of EKS' images: family and version (karpenter.sh, "NodeClasses", amiSelectorTerms). It takes the
/// variant with the NVIDIA driver by itself where an instance has such GPUs.
/// </summary>
public static partial class AmiAlias
{
    /// <summary>How releases look, for messages.</summary>
    public const string Forms = "AL2023 releases look like 1.34.2-20260917 or v20260917, Bottlerocket's like 1.26.1-943d9a41 or v1.26.1";

    /// <summary>The alias of a release, such as <c>al2023@v20260917</c> or <c>bottlerocket@v1.26.1</c>; null where the family has none or the release another form.</summary>
    /// <param name="ami">The AMI type.</param>
    /// <param name="release">
    /// Release version as managed node groups take it, e.g. <c>1.34.2-20260917</c> or <c>1.26.1-943d9a41</c>, or the tag of the release, e.g. <c>v20260917</c> or
    /// <c>v1.26.1</c>: Karpenter finds the Kubernetes version itself.
    /// </param>
    public static string? Of(AmiType ami, string release)
    {
        ArgumentNullException.ThrowIfNull(ami);
        if (ami.Name.StartsWith("AL2023_", StringComparison.Ordinal) && Al2023().Match(release) is { Success: true } al2023)
        {
            return $"al2023@v{al2023.Groups[1].Value}";
        }

        return ami.Name.StartsWith("BOTTLEROCKET_", StringComparison.Ordinal) && Bottlerocket().Match(release) is { Success: true } bottlerocket
            ? $"bottlerocket@v{bottlerocket.Groups["version"].Value}"
            : null;
    }

    [GeneratedRegex("^(?:[0-9]+[.][0-9]+[.][0-9]+-|v)([0-9]{8})$")]
    private static partial Regex Al2023();

    [GeneratedRegex("^(?:v(?<version>[0-9]+[.][0-9]+[.][0-9]+)|(?<version>[0-9]+[.][0-9]+[.][0-9]+)-[0-9a-f]{8})$")]
    private static partial Regex Bottlerocket();
}
