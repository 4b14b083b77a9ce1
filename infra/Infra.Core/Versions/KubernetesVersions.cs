using System.Collections.Immutable;
using System.Globalization;
using Infra.Core.Configuration;

namespace Infra.Core.Versions;

/// <summary>The Kubernetes versions that a cluster may have.</summary>
public static class KubernetesVersions
{
    /// <summary>All of them, oldest first.</summary>
    public static ImmutableArray<KubernetesPin> All { get; } = [Pins.Kubernetes134, Pins.Kubernetes135];

    /// <summary>The version of new clusters: the one whose support ends last.</summary>
    public static KubernetesPin Default => Pins.Kubernetes135;

    /// <summary>The complaint about a version, fit for <see cref="ConfigProblems.Add"/>; null if a cluster may have it.</summary>
    /// <param name="version">Minor version.</param>
    public static string? Problem(string version) =>
        All.Any(pin => pin.Version == version)
            ? null
            : $"{Shown.Quoted(version)} is no version that is known here; there are: "
                + string.Join(", ", All.Select(pin => $"{pin.Version} (standard support until {pin.EndOfSupport})"));

    /// <summary>Whether a version is 1.<paramref name="minor"/> or later; false where nobody knows it.</summary>
    /// <param name="version">Minor version, such as 1.35; null where nobody knows it.</param>
    /// <param name="minor">The second number.</param>
    public static bool AtLeast(string? version, int minor) =>
        version?.Split('.') is ["1", var number] && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var known) && known >= minor;
}
