using System.Text.RegularExpressions;

namespace Infra.Core.Catalog;

/// <summary>
/// The name by which Karpenter knows a release of EKS' images: family and version (karpenter.sh, "NodeClasses", amiSelectorTerms). It takes the
/// variant with the NVIDIA driver by itself where an instance has such GPUs.
/// </summary>
public static partial class AmiAlias
{
    /// <summary>The alias of a release, such as <c>al2023@v20260917</c> or <c>bottlerocket@v1.26.1</c>; null where the family has none or the release another form.</summary>
    /// <param name="ami">The AMI type.</param>
    /// <param name="release">Release version as managed node groups take it, e.g. <c>1.34.2-20260917</c> or <c>1.26.1-943d9a41</c>.</param>
    public static string? Of(AmiType ami, string release)
    {
        ArgumentNullException.ThrowIfNull(ami);
        if (ami.Name.StartsWith("AL2023_", StringComparison.Ordinal) && Al2023().Match(release) is { Success: true } al2023)
        {
            return $"al2023@v{al2023.Groups[1].Value}";
        }

        return ami.Name.StartsWith("BOTTLEROCKET_", StringComparison.Ordinal) && Bottlerocket().Match(release) is { Success: true } bottlerocket
            ? $"bottlerocket@v{bottlerocket.Groups[1].Value}"
            : null;
    }

    [GeneratedRegex("^[0-9]+[.][0-9]+[.][0-9]+-([0-9]{8})$")]
    private static partial Regex Al2023();

    [GeneratedRegex("^([0-9]+[.][0-9]+[.][0-9]+)-[0-9a-f]{8}$")]
    private static partial Regex Bottlerocket();
}
